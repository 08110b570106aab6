//! Ordinary names of the peoples one meets in European hotels.
//!
//! A given name is followed by what people with that name like to be called, after slashes, sometimes in their own
//! script. A family name with a slash has a woman's form.

use super::chance::Chance;

/// The names of one people.
pub struct People {
    /// What places.rs calls it.
    pub name: &'static str,
    /// The language most of them speak best.
    pub language: &'static str,
    /// Women's given names.
    pub women: &'static [&'static str],
    /// Men's given names.
    pub men: &'static [&'static str],
    /// Family names.
    pub families: &'static [&'static str],
    /// Whether they bear two family names.
    pub is_double: bool,
}

/// Somebody's names.
#[derive(Debug)]
pub struct Named {
    /// Given name.
    pub given: String,
    /// Family name.
    pub family: String,
    /// What they like to be called.
    pub preferred: Option<String>,
    /// Whether a woman's name was drawn.
    pub is_woman: bool,
}

/// The people of that name, or the first if there is none.
pub fn people(name: &str) -> &'static People {
    PEOPLES.iter().find(|people| people.name == name).unwrap_or(&PEOPLES[0])
}

/// Draws somebody's names.
pub fn draw(people: &People, chance: &mut Chance) -> Named {
    let is_woman = chance.percent(52);
    let mut forms = chance.pick(if is_woman { people.women } else { people.men }).split('/');
    let given = forms.next().unwrap_or_default().to_owned();
    let nicknames: Vec<&str> = forms.collect();
    let preferred =
        (!nicknames.is_empty() && chance.percent(22)).then(|| nicknames[chance.index(nicknames.len())].to_owned());
    let mut family = family_name(people, is_woman, chance);
    if people.is_double || chance.percent(2) {
        let second = family_name(people, is_woman, chance);
        if second != family {
            family = format!("{family}{}{second}", if people.is_double { " " } else { "-" });
        }
    }
    Named { given, family, preferred, is_woman }
}

fn family_name(people: &People, is_woman: bool, chance: &mut Chance) -> String {
    let both = chance.pick(people.families);
    let (man, woman) = both.split_once('/').unwrap_or((both, both));
    (if is_woman { woman } else { man }).to_owned()
}

macro_rules! people {
    ($name:literal $language:literal $double:literal; $($woman:literal)*; $($man:literal)*; $($family:literal)*) => {
        People {
            name: $name,
            language: $language,
            women: &[$($woman),*],
            men: &[$($man),*],
            families: &[$($family),*],
            is_double: $double,
        }
    };
}

/// All peoples; the first stands in for an unknown one.
#[rustfmt::skip] // one name a line would be a thousand lines
static PEOPLES: [People; 17] = [
    people!("english" "en" false;
        "Sarah" "Emma/Em" "Charlotte/Charlie/Lottie" "Elizabeth/Liz/Beth" "Katherine/Kate/Katie" "Rebecca/Becky" "Grace" "Hannah"
        "Margaret/Maggie" "Jessica/Jess" "Alice" "Eleanor/Ellie/Nell" "Lucy" "Samantha/Sam" "Victoria/Vicky" "Abigail/Abi" "Niamh" "Siobhán" "Megan/Meg" "Ruth";
        "James/Jim/Jamie" "William/Will/Bill" "Thomas/Tom" "Michael/Mike" "Robert/Rob/Bob" "Daniel/Dan" "Oliver/Ollie" "Christopher/Chris"
        "Matthew/Matt" "Edward/Ed/Ted" "Benjamin/Ben" "Joseph/Joe" "Andrew/Andy" "Alexander/Alex" "Samuel/Sam" "Patrick/Paddy" "Liam" "Seán" "Harry" "George";
        "Smith" "Taylor" "Brown" "Wilson" "Evans" "Walker" "Wright" "Green" "Hall" "Clarke" "Hughes" "Edwards" "Turner" "Parker" "Cooper" "Morris"
        "Bell" "Murphy" "Kelly" "O'Brien" "O'Connor" "Byrne" "Campbell" "Stewart" "MacDonald" "Reid" "Fletcher" "Barnes" "Marsh" "Holloway"),
    people!("german" "de" false;
        "Anna/Anni" "Katharina/Kathi/Käthe" "Johanna/Hanna/Jo" "Susanne/Susi" "Elisabeth/Lisa/Sissi" "Magdalena/Leni" "Julia/Jule" "Christina/Tina"
        "Sabine/Bine" "Franziska/Franzi" "Theresa/Resi" "Monika/Moni" "Stefanie/Steffi" "Ulrike/Ulli" "Gabriele/Gabi" "Greta" "Heike" "Anke" "Birgit"
        "Jana" "Lena" "Laura" "Miriam" "Nadine" "Petra" "Renate" "Svenja" "Silke" "Verena/Vreni" "Wiebke" "Antje" "Carolin/Caro" "Dörte" "Frauke" "Ilse" "Jördis";
        "Andreas/Andi" "Johannes/Hannes" "Maximilian/Max" "Sebastian/Basti" "Michael/Michi" "Thomas/Tom" "Matthias/Matze" "Alexander/Alex" "Friedrich/Fritz"
        "Benjamin/Benni" "Christoph/Chris" "Dominik" "Florian/Flo" "Günther" "Jürgen" "Jörg" "Karl-Heinz/Kalle" "Klaus" "Lukas" "Manuel" "Markus" "Moritz"
        "Niklas" "Oliver/Olli" "Paul" "Rainer" "Ralf" "Stefan" "Sven" "Tobias/Tobi" "Uwe" "Volker" "Wolfgang/Wolf" "Hinnerk" "Jan" "Felix" "Leopold/Poldi";
        "Müller" "Schmidt" "Schneider" "Fischer" "Weber" "Meyer" "Wagner" "Becker" "Schulz" "Hoffmann" "Schäfer" "Koch" "Bauer" "Richter" "Klein" "Wolf"
        "Schröder" "Neumann" "Schwarz" "Zimmermann" "Braun" "Krüger" "Hofmann" "Hartmann" "Lange" "Werner" "Krause" "Lehmann" "Köhler" "Maier" "Huber"
        "Gruber" "Pichler" "Steiner" "Moser" "Brandt" "Petersen" "Hansen" "Jansen" "Carstens" "Vogt" "Lorenz" "Böhm" "Jäger" "Groß" "Sommer" "Winter"
        "Busch" "Kühn" "Thiele" "Engel" "Horn" "Seidel" "Brückner" "Kästner" "Voß" "Behrens" "Lindner" "Haas" "Reuter" "Ebert" "Schreiber" "Harms" "Friesen"),
    people!("spanish" "es" true;
        "María" "Carmen" "Dolores/Lola" "Pilar/Pili" "Concepción/Concha" "Isabel/Isa" "Francisca/Paqui" "Lucía" "Marta" "Inés" "Rocío" "Macarena" "Montserrat/Montse"
        "Rosario/Charo" "Beatriz/Bea" "Ana Belén/Anabel" "Yolanda/Yoli" "Nuria" "Begoña" "Sofía";
        "José/Pepe" "Francisco/Paco/Curro" "Antonio/Toño" "Manuel/Manolo" "Javier/Javi" "Ignacio/Nacho" "Rafael/Rafa" "Miguel Ángel" "Álvaro" "Sergio" "Andrés"
        "Joaquín/Chimo" "Santiago/Santi" "Enrique/Quique" "Jesús/Chus" "Alejandro/Álex" "Iván" "Raúl" "Óscar" "Tomeu";
        "García" "Fernández" "González" "Rodríguez" "López" "Martínez" "Sánchez" "Pérez" "Gómez" "Martín" "Jiménez" "Ruiz" "Hernández" "Díaz" "Moreno" "Muñoz"
        "Álvarez" "Romero" "Navarro" "Torres" "Domínguez" "Ramos" "Vázquez" "Serrano" "Molina" "Castro" "Ortega" "Rubio" "Ferrer" "Oliver" "Vidal" "Núñez"),
    people!("italian" "it" false;
        "Giulia" "Francesca/Franci" "Chiara" "Alessandra/Sandra" "Valentina/Vale" "Elisabetta/Betta" "Giuseppina/Pina" "Federica/Fede" "Lucia" "Martina" "Paola"
        "Silvia" "Ilaria" "Caterina/Rina" "Maddalena/Lena" "Beatrice/Bea" "Elena" "Rosa" "Antonella" "Noemi";
        "Giuseppe/Beppe/Peppino" "Francesco/Checco" "Alessandro/Ale" "Lorenzo/Renzo" "Antonio/Tonino" "Luigi/Gigi" "Giovanni/Gianni" "Matteo/Teo" "Salvatore/Totò" "Andrea"
        "Marco" "Davide" "Federico/Fede" "Nicolò/Nico" "Riccardo" "Simone" "Stefano" "Vincenzo/Enzo" "Domenico/Mimmo" "Luca";
        "Rossi" "Russo" "Ferrari" "Esposito" "Bianchi" "Romano" "Colombo" "Ricci" "Marino" "Greco" "Bruno" "Gallo" "Conti" "De Luca" "Mancini" "Costa" "Giordano"
        "Rizzo" "Lombardi" "Moretti" "Barbieri" "Fontana" "Santoro" "Mariani" "Rinaldi" "Caruso" "Ferrara" "Galli" "Martini" "Leone" "D'Angelo" "Zanetti"),
    people!("polish" "pl" false;
        "Agnieszka/Aga" "Katarzyna/Kasia" "Małgorzata/Gosia" "Joanna/Asia" "Anna/Ania" "Magdalena/Magda" "Aleksandra/Ola" "Barbara/Basia" "Ewa" "Elżbieta/Ela"
        "Zofia/Zosia" "Monika" "Dorota" "Beata" "Wiesława/Wiesia" "Karolina/Karo" "Natalia" "Justyna" "Łucja" "Grażyna";
        "Piotr/Piotrek" "Krzysztof/Krzysiek" "Andrzej/Jędrek" "Tomasz/Tomek" "Paweł" "Jakub/Kuba" "Mateusz" "Michał" "Grzegorz/Grzesiek" "Stanisław/Staszek"
        "Łukasz" "Wojciech/Wojtek" "Zbigniew/Zbyszek" "Marcin" "Jan/Janek" "Rafał" "Sławomir/Sławek" "Dariusz/Darek" "Bartosz/Bartek" "Kacper";
        "Nowak" "Kowalski/Kowalska" "Wiśniewski/Wiśniewska" "Wójcik" "Kowalczyk" "Kamiński/Kamińska" "Lewandowski/Lewandowska" "Zieliński/Zielińska" "Szymański/Szymańska"
        "Woźniak" "Dąbrowski/Dąbrowska" "Kozłowski/Kozłowska" "Jankowski/Jankowska" "Mazur" "Krawczyk" "Piotrowski/Piotrowska" "Grabowski/Grabowska" "Pawłowski/Pawłowska"
        "Michalski/Michalska" "Król" "Wieczorek" "Jabłoński/Jabłońska" "Wróbel" "Majewski/Majewska" "Stępień" "Malinowski/Malinowska" "Górski/Górska" "Sikora" "Duda" "Bąk"),
    people!("turkish" "tr" false;
        "Ayşe" "Fatma" "Emine" "Hatice" "Zeynep" "Elif" "Şule" "Gülsüm/Gül" "Merve" "Özlem" "Derya" "Aylin" "Büşra" "Canan" "Ebru" "Filiz" "Gamze" "Hülya" "İpek" "Sevgi";
        "Mehmet/Memo" "Mustafa" "Ahmet" "Ali" "Hüseyin" "Hasan" "İbrahim/İbo" "Yusuf" "Murat" "Ömer" "Emre" "Burak" "Oğuz" "Serkan" "Tolga" "Çağlar" "Kerem" "Süleyman" "Uğur" "Volkan";
        "Yılmaz" "Kaya" "Demir" "Çelik" "Şahin" "Yıldız" "Yıldırım" "Öztürk" "Aydın" "Özdemir" "Arslan" "Doğan" "Kılıç" "Aslan" "Çetin" "Kara" "Koç" "Kurt" "Özkan" "Şimşek"
        "Polat" "Korkmaz" "Çakır" "Erdoğan" "Güneş" "Aksoy" "Bulut" "Taş" "Avcı" "Güler"),
    people!("arabic" "ar" false;
        "Fatima/فاطمة" "Aisha/عائشة" "Maryam/مريم" "Layla/ليلى" "Zainab/زينب" "Noor/نور" "Rania/رانيا" "Salma/سلمى" "Yasmin/ياسمين" "Huda/هدى" "Amal/أمل" "Samira/سميرة"
        "Khadija/خديجة" "Dina/دينا" "Hanan/حنان" "Nadia/نادية" "Rim/ريم" "Souad/سعاد";
        "Mohammed/Momo/محمد" "Ahmad/أحمد" "Omar/عمر" "Youssef/Joe/يوسف" "Khalid/خالد" "Hassan/حسن" "Karim/كريم" "Tariq/طارق" "Mahmoud/محمود" "Bilal/بلال" "Samir/سمير"
        "Abdallah/Abdo/عبد الله" "Mustapha/Mus/مصطفى" "Rachid/رشيد" "Walid/وليد" "Anas/أنس" "Hamza/حمزة" "Ziad/زياد";
        "Al-Masri" "Haddad" "Khoury" "El Amrani" "Benali" "Bouazizi" "Mansour" "Nasser" "Saleh" "Hamdan" "Al-Khatib" "Darwish" "Ibrahim" "Suleiman" "Othman" "Rahmani" "El Idrissi"
        "Ziani" "Najjar" "Sayegh" "Kassem" "Awad" "Jaber" "Barakat" "Shaheen" "Halabi"),
    people!("greek" "el" false;
        "Maria/Μαρία" "Eleni/Ελένη/Lena" "Aikaterini/Katerina/Κατερίνα" "Vasiliki/Vicky/Βάσω" "Sofia/Σοφία" "Angeliki/Aggie/Αγγελική" "Georgia/Γεωργία" "Dimitra/Δήμητρα" "Konstantina/Dina"
        "Ioanna/Ιωάννα" "Anastasia/Natasa" "Despina/Δέσποινα" "Evangelia/Litsa" "Chrysa/Χρύσα" "Panagiota/Giota" "Stavroula/Voula";
        "Georgios/Giorgos/Γιώργος" "Konstantinos/Kostas/Κώστας" "Ioannis/Giannis/Γιάννης" "Dimitrios/Dimitris/Δημήτρης" "Nikolaos/Nikos/Νίκος" "Panagiotis/Takis" "Vasileios/Vasilis/Βασίλης"
        "Christos/Χρήστος" "Athanasios/Thanasis/Θανάσης" "Michail/Michalis/Μιχάλης" "Evangelos/Vangelis" "Spyridon/Spyros/Σπύρος" "Anastasios/Tasos" "Stavros/Σταύρος" "Theodoros/Thodoris" "Manolis/Μανώλης";
        "Papadopoulos/Papadopoulou" "Vlachos/Vlachou" "Angelopoulos/Angelopoulou" "Nikolaidis/Nikolaidou" "Georgiou" "Petridis/Petridou" "Athanasiou" "Dimitriadis/Dimitriadou" "Karagiannis/Karagianni"
        "Oikonomou" "Makris/Makri" "Antoniou" "Ioannidis/Ioannidou" "Pappas/Pappa" "Samaras/Samara" "Markakis/Markaki" "Stefanakis/Stefanaki" "Christodoulou" "Kanellopoulos/Kanellopoulou" "Vasileiou"
        "Kotsis/Kotsi" "Alexiou" "Panagopoulos/Panagopoulou" "Zacharakis/Zacharaki"),
    people!("ukrainian" "uk" false;
        "Oksana/Оксана" "Olena/Lena/Олена" "Natalia/Natasha/Наталя" "Iryna/Ira/Ірина" "Kateryna/Katya/Катя" "Yuliia/Юля" "Tetiana/Tanya/Таня" "Svitlana/Sveta/Світлана" "Mariia/Марійка" "Anastasiia/Nastya/Настя"
        "Liudmyla/Люда" "Halyna/Галя" "Viktoriia/Vika" "Daryna/Дарина" "Zoriana/Зоряна" "Khrystyna/Христя";
        "Oleksandr/Sasha/Сашко" "Serhii/Serhiy/Сергій" "Andrii/Андрій" "Volodymyr/Vova/Володя" "Dmytro/Dima/Дмитро" "Mykola/Kolya/Микола" "Ivan/Іван" "Yurii/Юра" "Vasyl/Василь" "Oleh/Олег" "Taras/Тарас" "Bohdan/Богдан"
        "Roman/Роман" "Maksym/Max" "Petro/Петро" "Yevhen/Zhenya/Женя";
        "Shevchenko" "Kovalenko" "Bondarenko" "Tkachenko" "Kravchenko" "Melnyk" "Boiko" "Lysenko" "Marchenko" "Moroz" "Koval" "Rudenko" "Savchenko" "Petrenko" "Shevchuk" "Polishchuk" "Hrytsenko" "Pavlenko"
        "Kuzmenko" "Romaniuk" "Levchenko" "Vovk" "Oliinyk" "Zhuk" "Sydorenko" "Hnatiuk" "Honchar" "Yurchenko"),
    people!("vietnamese" "vi" false;
        "Lan" "Hương" "Thảo" "Ngọc" "Linh" "Mai" "Hoa" "Trang" "Thuỷ" "Phương" "Hạnh" "Yến" "Thanh Hà" "Kim Anh/Kim" "Bích" "Diễm";
        "Minh" "Tuấn" "Dũng" "Hùng" "Quang" "Hải" "Long" "Sơn" "Đức" "Thành" "Khoa" "Phúc" "Việt" "Anh Tuấn/Tony" "Bảo" "Trung";
        "Nguyễn" "Trần" "Lê" "Phạm" "Hoàng" "Phan" "Vũ" "Võ" "Đặng" "Bùi" "Đỗ" "Hồ" "Ngô" "Dương" "Lý" "Đinh" "Trịnh" "Đoàn" "Mai" "Tô"),
    people!("filipino" "tl" false;
        "Maria Cristina/Tina/Cristy" "Rosalinda/Linda" "Jasmine/Jas" "Marites/Tess" "Analyn/Ana" "Jennelyn/Jen" "Lourdes/Lou" "Maricel" "Rowena/Weng" "Imelda" "Corazon/Cora" "Divina" "Luzviminda/Luz" "Angelica/Gel" "Princess" "Cherry Ann/Cherry";
        "Jose Mari/Joma" "Rodrigo/Rod" "Emmanuel/Manny" "Reynaldo/Rey" "Ferdinand/Ferdie" "Jericho/Jeric" "Danilo/Danny" "Romeo" "Arnel" "Jayson/Jay" "Benigno/Ben" "Crisanto/Cris" "Nestor" "Eduardo/Ed/Dodong" "Angelo" "Rommel";
        "Santos" "Reyes" "Cruz" "Bautista" "Ocampo" "Garcia" "Mendoza" "Villanueva" "Aquino" "Dela Cruz" "Del Rosario" "Ramos" "Castillo" "Flores" "Gonzales" "Mercado" "Salazar" "Tolentino" "Valdez" "Pangilinan"
        "Macaraeg" "Dimaculangan" "Magbanua" "Lacson" "Manalo" "Pascual"),
    people!("indian" "hi" false;
        "Priya/प्रिया" "Anjali/अंजलि" "Kavita/कविता" "Sunita/सुनीता" "Deepika/Deepa/दीपिका" "Lakshmi/लक्ष्मी" "Meera/मीरा" "Pooja/पूजा" "Neha/नेहा" "Shreya" "Aishwarya/Aishu" "Radhika/राधिका" "Divya" "Harpreet/Preeti" "Nandini" "Fathima";
        "Rahul/राहुल" "Amit/अमित" "Rajesh/Raj/राजेश" "Sanjay/संजय" "Vikram/Vicky/विक्रम" "Arjun/अर्जुन" "Suresh/सुरेश" "Manoj/मनोज" "Deepak/दीपक" "Harish" "Karthik" "Gurpreet/Guri" "Ravindra/Ravi" "Anil/अनिल" "Siddharth/Sid" "Balakrishnan/Bala";
        "Sharma" "Verma" "Gupta" "Singh" "Kumar" "Patel" "Reddy" "Nair" "Menon" "Iyer" "Rao" "Das" "Joshi" "Mehta" "Kapoor" "Chopra" "Malhotra" "Banerjee" "Mukherjee" "Pillai" "Kaur" "Thapa" "Gurung" "Fernandes" "D'Souza" "Chaudhary"),
    people!("portuguese" "pt" true;
        "Ana" "Mariana/Mari" "Beatriz/Bia" "Catarina/Cati" "Conceição/São" "Inês" "Leonor/Nonô" "Filipa/Pipa" "Margarida/Guida" "Teresa/Teté" "Joana" "Rita" "Sónia" "Fátima" "Luísa/Lu";
        "João/Janjão" "Francisco/Chico" "José/Zé" "António/Tó" "Gonçalo" "Rui" "Nuno" "Tiago" "Miguel" "Diogo" "Duarte" "Luís" "Paulo" "Joaquim/Quim" "Sérgio";
        "Silva" "Santos" "Ferreira" "Pereira" "Oliveira" "Costa" "Rodrigues" "Martins" "Sousa" "Fernandes" "Gonçalves" "Gomes" "Lopes" "Marques" "Almeida" "Ribeiro" "Pinto" "Carvalho" "Teixeira" "Moreira" "Simões" "Guimarães"),
    people!("croatian" "hr" false;
        "Ana" "Ivana/Iva" "Marija/Maja" "Petra" "Katarina/Kata" "Nikolina/Nina" "Željka" "Dubravka/Duda" "Snježana/Sneža" "Jelena" "Mirjana/Mira" "Tea" "Vesna" "Lucija" "Antonija/Tonka";
        "Ivan/Ivo" "Marko" "Josip/Joško" "Ante" "Tomislav/Tomo" "Luka" "Stjepan/Stipe" "Mladen" "Zoran" "Hrvoje" "Domagoj" "Krešimir/Krešo" "Nikola/Niko" "Goran" "Dražen";
        "Horvat" "Kovačević" "Babić" "Marić" "Jurić" "Novak" "Kovačić" "Vuković" "Knežević" "Marković" "Petrović" "Matić" "Tomić" "Pavlović" "Božić" "Blažević" "Grgić" "Perić" "Radić" "Šarić" "Filipović" "Lovrić" "Jovanović" "Đurić"),
    people!("romanian" "ro" false;
        "Elena/Lenuța" "Ioana" "Andreea" "Maria/Mărioara" "Cristina/Cris" "Mihaela/Miha" "Gabriela/Gabi" "Alexandra/Sandra" "Ștefania/Fani" "Daniela/Dana" "Raluca" "Simona" "Ana-Maria" "Florentina/Flori" "Loredana";
        "Andrei" "Alexandru/Alex/Sandu" "Ionuț" "Mihai" "Gheorghe/Gigi" "Constantin/Costel" "Cristian/Cristi" "Florin" "Bogdan" "Ștefan" "Vasile" "Nicolae/Nicu" "Răzvan" "Gabriel/Gabi" "Cătălin";
        "Popescu" "Ionescu" "Popa" "Radu" "Dumitru" "Stan" "Stoica" "Gheorghe" "Rusu" "Munteanu" "Matei" "Constantin" "Marin" "Dinu" "Șerban" "Moldovan" "Lazăr" "Ciobanu" "Ungureanu" "Toma" "Crăciun" "Barbu" "Țepeș" "Nistor"),
    people!("african" "en" false;
        "Grace" "Blessing" "Chiamaka/Chi" "Ngozi" "Abena" "Akosua/Kosi" "Aminata/Ami" "Fatoumata/Fatou" "Adaeze/Ada" "Efua" "Mercy" "Esther" "Yetunde/Yeti" "Awa" "Wanjiru/Shiru";
        "Emmanuel/Emma" "Kwame" "Kofi" "Chukwuemeka/Emeka" "Oluwaseun/Seun" "Ibrahima/Ibou" "Mamadou" "Samuel/Sammy" "Tunde" "Yaw" "Moussa" "Cheikh" "Daniel" "Kamau" "Babajide/Jide";
        "Okafor" "Mensah" "Diallo" "Traoré" "Adeyemi" "Boateng" "Okonkwo" "Owusu" "Ndiaye" "Diop" "Keïta" "Asante" "Balogun" "Eze" "Appiah" "Camara" "Sow" "Kamau" "Otieno" "Abebe" "Touré" "Osei"),
    people!("chinese" "zh" false;
        "Xiaoli/Lily/小丽" "Meiling/May/美玲" "Yan/燕" "Jing/静" "Fang/芳" "Lihua/丽华" "Xue/雪" "Ying/英" "Hui/慧" "Yuting/婷婷" "Qian/倩" "Mengyao/Momo";
        "Wei/Kevin/伟" "Jun/军" "Ming/明" "Hao/浩" "Lei/磊" "Jianguo/建国" "Yong/勇" "Peng/鹏" "Zhiqiang/志强" "Bo/Bob/博" "Feng/峰" "Tao/涛";
        "Wang" "Li" "Zhang" "Liu" "Chen" "Yang" "Huang" "Zhao" "Wu" "Zhou" "Xu" "Sun" "Ma" "Zhu" "Hu" "Lin" "Guo" "He" "Gao" "Luo"),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::demo::places::{HOTELS, staff_of};

    #[test]
    fn every_people_named_by_a_country_has_names() {
        for hotel in &HOTELS {
            for (name, weight) in staff_of(hotel.country) {
                assert_eq!(&people(name).name, name, "{}", hotel.name);
                assert!(*weight > 0);
            }
        }
    }

    #[test]
    fn women_bear_the_womens_form_and_preferred_names_may_be_of_any_script() {
        let (mut chance, mut scripts) = (Chance::new(3, "names"), false);
        for _ in 0..500 {
            let named = draw(people("polish"), &mut chance);
            assert!(!(named.is_woman && named.family.ends_with("ski")), "{named:?}");
            scripts |= draw(people("arabic"), &mut chance).preferred.is_some_and(|name| name == "فاطمة");
        }
        assert!(scripts);
    }
}
