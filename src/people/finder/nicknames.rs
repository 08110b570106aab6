//! Short and pet forms of first names, over many languages.
//!
//! Each line is one name with its short forms; a short form may stand in several lines (Alex, Lena). Only common
//! knowledge, no dictionary's selection: where a form is missing, the finder still has typos, parts and what it learns
//! from the notes that were assigned by hand. Plain beginnings of a name (Ben for Benjamin) are left out on purpose,
//! they are found as such, unless somebody called Benjamin might be listed as Benny or Ben.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::fold::fold;

#[rustfmt::skip]
const LINES: &[&str] = &[
    // English
    "Robert Bob Bobby Rob Robbie Bert Robin", "William Bill Billy Will Willy Liam Wim", "Richard Dick Rick Ricky Rich Richie",
    "James Jim Jimmy Jamie Jem", "John Jack Johnny Jon Jackie", "Jonathan Jon Jonny Nathan", "Edward Ed Eddie Ted Teddy Ned",
    "Edmund Ed Eddie Ned Ted", "Theodore Ted Teddy Theo", "Charles Charlie Chuck Chas Chip", "Henry Harry Hank Hal",
    "Harold Harry Hal", "Margaret Peggy Maggie Meg Madge Daisy Greta Marge Margie Rita", "Elizabeth Liz Lizzie Beth Betty Betsy Eliza Lisa Libby Bess Elsie Lilibet",
    "Catherine Cathy Kate Katie Kitty Kit Cat", "Katherine Kathy Kate Katie Kitty Kit Kay", "Mary Molly Polly Mae Mamie Minnie May",
    "Anne Annie Nan Nancy Nina", "Ann Annie Nancy Nan", "Sarah Sally Sadie", "Dorothy Dot Dottie Dolly Dora", "Helen Nell Nellie Lena",
    "Eleanor Ellie Nell Nellie Nora Lenore", "Susan Sue Susie Suzy", "Susanna Sue Susie Sanna Zuzu", "Martha Marty Patsy Mattie", "Patricia Pat Patty Tricia Trish Trixie",
    "Patrick Pat Paddy", "Michael Mike Mick Mickey Mikey Micha Mischa", "Thomas Tom Tommy Tam", "Anthony Tony Ant",
    "Christopher Chris Kit Topher Kester", "Christine Chris Chrissie Tina", "Christina Chris Tina Chrissy Kirsty Stina", "Nicholas Nick Nicky Klaus Claus Colin Nico",
    "Joseph Joe Joey Jo", "Josephine Jo Josie Fifi", "Joshua Josh", "Daniel Dan Danny", "David Dave Davy Davey Taffy", "Andrew Andy Drew Dandy",
    "Alexander Alex Alec Sandy Xander Sascha Sasha Alexej Lex Sander Alick Zander Sasa", "Alexandra Alex Sandra Sandy Sascha Sasha Lexi Alexa Xandra Sanja",
    "Benjamin Ben Benny Benji", "Samuel Sam Sammy", "Samantha Sam Sammy", "Matthew Matt Matty", "Gregory Greg", "Geoffrey Geoff Jeff",
    "Jeffrey Jeff", "Gerald Gerry Jerry", "Gerard Gerry Gerd", "Jeremiah Jerry", "Jerome Jerry", "Frederick Fred Freddie Fritz Rick", "Francis Frank Frankie Fran",
    "Frances Fran Fanny Frankie Francie", "Franklin Frank", "Lawrence Larry Laurie Lars", "Leonard Len Lenny Leo", "Stephen Steve Stevie", "Steven Steve Stevie",
    "Peter Pete Petey Piet Pit", "Philip Phil Pip Flip", "Raymond Ray", "Ronald Ron Ronnie", "Donald Don Donnie", "Walter Walt Wally Wat",
    "Albert Al Bert Bertie", "Alfred Alf Fred Alfie Fredo", "Herbert Herb Bert Bertie", "Hubert Bert Hub Huw", "Gilbert Gil Bert", "Bernard Bernie Barney",
    "Timothy Tim Timmy", "Zachary Zach Zack", "Vincent Vince Vinny", "Victoria Vicky Tori Vikki", "Veronica Ronnie Vero Roni", "Virginia Ginny Ginger",
    "Jennifer Jenny Jen Jenna", "Jessica Jess Jessie", "Jacqueline Jackie Jacqui", "Barbara Barb Babs Bärbel Barbie", "Deborah Deb Debbie Debs",
    "Rebecca Becky Becca Reba", "Pamela Pam", "Penelope Penny Nelly", "Amanda Mandy", "Melissa Missy Mel Lissa", "Melanie Mel Mella", "Abigail Abby Gail",
    "Theresa Terry Tess Tessa Resi Terri", "Teresa Tere Teresita Terry Tess", "Valerie Val", "Florence Flo Flossie", "Harriet Hattie Harry", "Henrietta Hetty Etta Hattie Henni", "Charlotte Lottie Charlie Lotte Lotti Charly",
    "Caroline Carrie Caro Lina Carly", "Carolyn Lyn Carrie", "Gabriel Gabe Gabi", "Gabriele Gabi Gaby", "Gabriela Gabi Gaby", "Matilda Tilly Mattie Tilda", "Isabella Bella Izzy Belle Isa", "Isabel Belle Izzy Bel Isa Chabela",
    "Louise Lou Lulu", "Louis Lou Lewis", "Lucille Lucy Lu", "Rosemary Rosie Romy", "Jane Janie Jenny Jean", "Joan Joanie", "Joanna Jo Joey Asia", "Cynthia Cindy", "Lucinda Cindy Lucy", "Eugene Gene", "Eugenia Genia Gina", "Regina Gina Ina Queenie",
    "Nathaniel Nate Nat", "Oliver Ollie Noll", "Olivia Liv Livvy Ollie", "Emily Em Millie Emmy", "Amelia Millie Amy Mia", "Mildred Millie", "Camilla Millie Cam Milla", "Sebastian Seb Basti Bastian Bas Wastl", "Maximilian Max Maxi", "Maxine Max",
    "Terence Terry", "Reginald Reg Reggie Rex", "Ignatius Iggy", "Jacob Jake Jakey Coby Köbi Jockel", "Isaac Ike Zac", "Abraham Abe Bram", "Solomon Sol", "Leopold Leo Poldi", "Calvin Cal", "Russell Russ Rusty", "Kenneth Ken Kenny", "Douglas Doug", "Clifford Cliff", "Arthur Art Artie Turi",
    // German, Dutch, Scandinavian
    "Josef Sepp Seppi Jupp Beppi Joschi Pepi Jo", "Johannes Hans Hannes Johann Jannes Jens Jan Hansi Jo Hennes Joop", "Johann Hans Hannes Schani Hansi", "Heinrich Heinz Heiner Heini Hein Hinnerk Henner",
    "Friedrich Fritz Fred Freddy Friedel Fiete Fritzi", "Wilhelm Willi Willy Wim Helm Willem", "Ludwig Lutz Wiggerl Lui", "Georg Schorsch Jörg Jürgen Girgl Görgl", "Matthias Matze Hias Mattes Hiasl Matz", "Michael Michi Michl Mischa", "Franz Franzl Ferenc Feri", "Franziska Franzi Fanny Ziska Sissi",
    "Elisabeth Lisa Lise Liesel Elli Sissi Elsa Else Lisbeth Betti Bettina Ilse Sisi Lilli Elke Lies", "Katharina Kathi Käthe Katja Kati Trina Nina Ina Kaja Kathrin", "Magdalena Lena Leni Magda Lenchen Madlen Malena", "Helena Lena Leni Hela Helen", "Helene Lena Leni Hella Lene",
    "Margarete Grete Gretel Gretchen Greta Gitta Meta Rita", "Margarethe Grete Gretel Gretchen Greta Meta", "Brigitte Gitte Gitta Britta Biggi", "Christian Chris Krischan Hitsch", "Bernhard Bernd Hardy Berni Benno", "Gerhard Gerd Hardy Gert", "Reinhard Hardy Reini", "Eberhard Ebbe Hardy Eber", "Burkhard Burki", "Rudolf Rudi Rolf Rolli", "Adolf Dolf Alf", "Wolfgang Wolf Wolfi", "Günther Günni", "Manfred Manni Fred", "Siegfried Siggi Fred Sigi", "Siegmund Siggi", "Gottfried Götz Friedel Friedl", "Dietrich Dieter Dirk Didi", "Dieter Didi", "Ulrich Uli Ulli Utz Ueli", "Ulrike Uli Ulla Rike", "Ursula Uschi Ulla Ursel Orsi", "Friederike Rike Fritzi Frieda Rieke", "Antonia Toni Tonia", "Anton Toni Done", "Andreas Andi Andy Anderl Andres Res", "Stefan Steff Steffl Stevo Stipe", "Stefanie Steffi Fanny Steffie", "Stephanie Steph Steffi Fanny Stevie", "Susanne Susi Sanne Suse Sanna", "Angelika Geli Angie Anja", "Angela Angie Geli Ange", "Monika Moni Mona", "Veronika Vroni Vera Nika Roni", "Theresia Resi Thesi Rese", "Therese Resi Thesa", "Walburga Burgi Wally", "Kunigunde Gundi Kuni", "Sabine Bine Biene Bini", "Martina Tina Tini", "Bettina Tina Betty Betti", "Cornelia Conny Nele Nelly Lia", "Cornelius Conny Nelis Cees Kees", "Konrad Conny Kurt Radl Konni", "Konstantin Kosta Stan Konsti Tino", "Konstanze Stanzi Conny", "Mathilde Tilda Tilly Hilde", "Hildegard Hilde Hilla", "Brunhilde Hilde Bruni", "Gertrud Trude Gerti Traudl Trudi", "Edeltraud Traudl Edel", "Waltraud Traudl Wally Traute", "Rosemarie Rosi Romy Rosa", "Annemarie Anni Annemie Ami", "Johanna Hanna Hanne Hansi Jo Hannah", "Dorothea Dora Thea Dorle Dörte Doro Dorothee", "Eleonore Lore Nora Ella Elli", "Hannelore Hanne Lore Loni Hanni", "Leonore Lore Nora", "Adelheid Heidi Heide Alke", "Karoline Line Lina Caro Karo", "Wilhelmine Minna Mina Helma Minchen Willa", "Philippine Pine", "Bartholomäus Barthel Bartl", "Augustin Gustl Gus", "August Gustl Gus", "Gustav Gus Gustl Gösta", "Alois Lois Loisl Luis", "Xaver Xaverl Xari", "Kaspar Kasper Chasper", "Balthasar Balz", "Laurentius Lenz Lars Laurenz", "Lorenz Lenz Enz", "Valentin Velten Valtl", "Nikolaus Klaus Niko Nick Niki Nickel", "Klaus Niklas Niki", "Hieronymus Ronny", "Cäcilie Cilly Silke", "Emanuel Manu Mani", "Manuela Manu Ela", "Michaela Michi Ela Micha", "Daniela Dani Ela", "Raphaela Raffi Ela", "Raphael Raffi Rafi", "Tobias Tobi Tobbe", "Florian Flo Flori", "Dominik Domi Nik Dodo", "Benedikt Bene Bennet Dikt", "Karl Kalle Charly Karli", "Pieter Piet Piotr", "Cornelis Kees Cees Nelis Corné", "Jacobus Koos Coos Jaap", "Adrianus Ad Arie Adriaan", "Hendrik Henk Rik Henri", "Gerrit Gert", "Gustaf Gösta", "Birgitta Gitta Britt Birgit", "Margareta Greta Märta Maggan Rita", "Kristina Stina Kicki Kia Tina Krysia Kristin", "Lennart Lelle", "Karin Kajsa",
    // French, Italian, Spanish, Catalan, Portuguese
    "José Pepe Chepe Joselito Pepito Zé Josep Pep Pepín", "Josep Pep Pepito", "Josefa Pepa Pepi Fina Chepa", "Francisco Paco Pancho Curro Fran Kiko Quico Chico Frasco Cisco", "Francisca Paca Paqui Curra Fran Pancha Chica", "Ignacio Nacho Iñaki Nachito", "Jesús Chuy Chus Suso", "Enrique Quique Kike Rique", "Eduardo Edu Lalo Duda Dudu Guayo", "Guillermo Memo Guille Willy", "Alejandro Alex Jandro Ale", "Alejandra Ale Jandra Alex", "Roberto Beto Tito Rober Berto", "Alberto Beto Berto Tito", "Humberto Beto Berto", "Gilberto Beto Gil", "Dolores Lola Loli Lolita", "María Mari Maruja Marisa Mia Mariquita Maruxa", "Mercedes Merche Meche", "Concepción Concha Conchita Chita Conchi", "Rosario Charo Chayo", "Consuelo Chelo", "Encarnación Encarna", "Guadalupe Lupe Lupita", "Graciela Chela", "Isabel Chabela Isa Bela", "Luis Lucho Güicho Luisito", "Manuel Manolo Manu Lolo Manolito Manel Nelo", "Rafael Rafa Fael Falo", "Antonio Toño Toni Toñín Antón Tonino Nino Tonio", "Antònia Toñi Tona", "Santiago Santi Chago Diego Yago Tiago", "Sergio Checo", "Salvador Salva Chava", "Vicente Chente Vicent", "Fernando Nando Fer", "Hernando Nando Nano", "Gonzalo Gonza Chalo", "Gregorio Goyo", "Ramón Moncho Mon", "Joaquín Quino Chimo Quim", "Bartolomé Bartolo Tolo", "Federico Fede Kiko Fico", "Rodrigo Rodri Rigo", "Beatriz Bea Betty Bia", "Cristina Cris Tina Crista", "Cristóbal Tobal Cris", "Esperanza Espe", "Inmaculada Inma", "Magdalena Magda Malena", "Milagros Mila Mili", "Montserrat Montse", "Pilar Pili", "Soledad Sole Chole", "Susana Susi Susa", "Teodoro Teo Doro", "Leonardo Leo Nardo", "Ricardo Richi Cayo Rica Caco", "Jaime Jimmy Jaume", "Jorge Coque Jordi", "Carlos Carlitos Charly Calo", "Adalberto Beto Berto", "Norberto Beto Berto", "Giuseppe Beppe Peppe Pino Peppino Beppino Geppo", "Giuseppina Pina Giusy Peppina", "Giovanni Gianni Vanni Nino Giò", "Giovanna Gianna Vanna", "Francesco Franco Checco Cecco Ciccio", "Francesca Franca Cesca Checca", "Luigi Gigi Gino Luigino", "Lorenzo Renzo Enzo", "Vincenzo Enzo Cenzo Vince", "Salvatore Totò Turi Tore Salvo", "Domenico Mimmo Nico Mimì", "Alessandro Sandro Ale Alex", "Alessandra Sandra Ale", "Filippo Pippo", "Antonello Nello", "Raffaele Lello Raf Raffaello", "Gabriella Lella Gabri", "Margherita Rita Marghe", "Elisabetta Betta Lisa Elisa Bettina", "Caterina Rina Cate Katia", "Tommaso Maso Tom", "Giacomo Mino Jack", "Guglielmo Memo Mino", "Eleonora Nora Ele", "Federica Fede Chicca", "Michele Lino Miki", "Stéphane Steph", "Dominique Dodo", "Geneviève Ginette Viviane", "Françoise Fanchon Soizic Fanny", "François Fanch France Franck", "Guillaume Guy Guigui", "Nathalie Nat Nath", "Véronique Véro", "Emmanuelle Manu Manue", "Emmanuel Manu", "Benoît Ben", "Marguerite Margot Maguy Margaux", "Madeleine Mado Madelon", "João Joãozinho Jô", "Joaquim Quim Quinzinho", "Sebastião Tião Bastião", "Antônio Toninho Tonho Totó", "Luiz Lula Luizinho", "Ronaldo Dinho Naldo",
    // Polish, Czech, Slovak, Hungarian, Romanian, South Slavic
    "Katarzyna Kasia Kaśka Kasieńka", "Małgorzata Gosia Małgosia Gośka", "Agnieszka Aga Agusia", "Joanna Asia Aśka Joasia", "Aleksandra Ola Olka Sandra", "Aleksander Olek Alek Alex", "Stanisław Staszek Stach Stasiek", "Tomasz Tomek", "Krzysztof Krzysiek Krzyś Krzychu", "Andrzej Jędrek Andrzejek", "Jakub Kuba Kubuś Jakubek", "Jan Janek Jasiek Jaś Honza Jenda", "Piotr Piotrek", "Paweł Pawełek", "Michał Misiek Michałek", "Grzegorz Grzesiek Grześ", "Zbigniew Zbyszek", "Wojciech Wojtek", "Mirosław Mirek", "Jarosław Jarek", "Sławomir Sławek", "Zdzisław Zdzisiek", "Józef Józek", "Tadeusz Tadek", "Kazimierz Kazik", "Barbara Basia Baśka", "Elżbieta Ela Elka", "Ewa Ewka Ewunia", "Magdalena Magda Madzia", "Zofia Zosia", "Maria Marysia Maryla Mania Mařenka", "Krystyna Krysia", "Teresa Tereska Renia", "Grażyna Grażka", "Bożena Bożenka", "Urszula Ula", "Jadwiga Jadzia", "Wiesław Wiesiek", "Władysław Władek", "Ryszard Rysiek", "Jerzy Jurek", "Kateřina Káťa Katka Kačka", "Josef Pepa Pepík Jožka", "František Franta Fanda", "Václav Vašek Venca", "Jiří Jirka", "Stanislav Standa", "Zdeněk Zdenda", "Jaroslav Jarda", "Miroslav Mirek Mirko", "Vladimír Vláďa", "Ladislav Láďa", "Tomáš Tom Tomek", "Alžběta Běta Bětka", "Hana Hanka Hanička", "Jozef Jožo Dodo", "Štefan Števo", "László Laci", "István Pista Isti", "János Jani Jancsi", "József Jóska Józsi", "Ferenc Feri", "Sándor Sanyi", "Zoltán Zoli", "Erzsébet Erzsi Bözsi Zsóka Böbe", "Katalin Kati Kata", "Margit Manci Gitta", "Gheorghe Gigi Ghiță Gicu", "Ion Ionel Nelu Ionuț", "Constantin Costel Dinu Costică", "Mihai Mișu Mihăiță", "Elena Lenuța Nuța Lena Ileana", "Aleksandar Saša Aco Aca", "Slobodan Boban Boba", "Milorad Mile Mića", "Katarina Kaća Kata Kaja", "Jelena Jeca Lena",
    // Turkish
    "Mehmet Memo Memiş", "Mustafa Mıstık Musti", "İbrahim İbo", "Süleyman Sülo", "Hüseyin Hüso", "Fatma Fatoş Fadik", "Ayşe Ayşegül Ayşecik", "Emine Emoş", "Zeynep Zeyno", "Abdullah Apo Abdo", "Hatice Hatçe",
    // Russian and Ukrainian, in Latin letters and in their own
    "Ekaterina Katya Katja Katia Katyusha", "Yekaterina Katya Katja Katia", "Dmitri Dima Mitya Dimitri Dmitry", "Dmitry Dima Mitya", "Dmitriy Dima Mitya", "Mikhail Misha Mischa Michail", "Aleksandr Sasha Sascha Shura Sanya Alex Alik", "Aleksey Alyosha Lyosha Aljoscha Alexei", "Alexei Alyosha Aljoscha Lyosha", "Ivan Vanya Wanja Vanja Ivo", "Vladimir Vova Volodya Wowa Vlad", "Nikolai Kolya Kolja Nikita Niko", "Sergei Seryozha Serjoscha Serge", "Sergey Seryozha Serge", "Pavel Pasha Pascha", "Yevgeny Zhenya Schenja Eugen", "Evgenia Zhenya Schenja Jenya", "Evgeny Zhenya Jenya", "Konstantin Kostya Kostja", "Anastasia Nastya Nastja Stasya Asya Natasa", "Natalia Natasha Natascha Nata Talia", "Natalya Natasha Natascha", "Maria Masha Mascha Mariechen Mia Mitzi Mizzi Marie", "Anna Anya Anja Annuschka Nyura Anni Anka Ania Anita Anouk Annika", "Tatiana Tanya Tanja Tania", "Tatyana Tanya Tanja", "Olga Olya Olja", "Elena Lena Alyona Aljona", "Yelena Lena Alyona", "Svetlana Sveta Lana Swetlana", "Yulia Yulya Julia", "Lyudmila Lyuda Mila Luda", "Ludmila Luda Mila", "Galina Galya Galja", "Irina Ira Irinka", "Lyubov Lyuba", "Nadezhda Nadya Nadja Nadia", "Oksana Ksenia Ksyusha", "Valentina Valya Tina Vale", "Boris Borya", "Grigory Grisha Grischa", "Pyotr Petya Petja", "Yuri Yura Jura", "Leonid Lyonya", "Vasily Vasya Vaska", "Viktor Vitya", "Anatoly Tolya Tolik", "Vyacheslav Slava", "Yaroslav Slava", "Stanislav Slava Stas", "Oleksandr Sashko Oles Sasha", "Volodymyr Vova Volodya", "Mykola Kolya", "Ilya Ilyusha", "Fyodor Fedya", "Semyon Syoma", "Daria Dasha Dascha Daryna", "Sofia Sonya Sonja Sonia Sofie", "Polina Polya", "Ksenia Ksyusha Xenia", "Zinaida Zina",
    "Александр Саша Шура Саня Алекс Сашка Олександр", "Александра Саша Шура Саня", "Екатерина Катя Катюша Катерина", "Дмитрий Дима Митя Димка", "Михаил Миша Мишка", "Алексей Алёша Лёша", "Иван Ваня Ванька", "Владимир Вова Володя Влад", "Николай Коля", "Сергей Серёжа Серый", "Павел Паша", "Евгений Женя", "Евгения Женя", "Константин Костя", "Анастасия Настя Стася Ася", "Наталья Наташа Ната Наталия", "Мария Маша Маруся Маня", "Анна Аня Нюра Нюша", "Татьяна Таня", "Ольга Оля", "Елена Лена Алёна", "Светлана Света Лана", "Юлия Юля", "Людмила Люда Мила Люся", "Галина Галя", "Ирина Ира", "Любовь Люба", "Надежда Надя", "Валентина Валя", "Валентин Валя", "Борис Боря", "Григорий Гриша", "Пётр Петя", "Юрий Юра", "Василий Вася", "Виктор Витя", "Виктория Вика", "Анатолий Толя", "Вячеслав Слава", "Георгий Жора Гоша Юра", "Дарья Даша", "Софья Соня София", "Ксения Ксюша", "Илья Илюша", "Фёдор Федя", "Семён Сёма", "Антонина Тоня", "Вероника Ника", "Лариса Лара", "Оксана Ксюша", "Роман Рома", "Тимофей Тима", "Володимир Вова Володя", "Микола Коля", "Олена Лена Оленка", "Катерина Катя Катруся",
    // Greek
    "Γεώργιος Γιώργος Γιωργάκης", "Κωνσταντίνος Κώστας Ντίνος Κωστής", "Δημήτριος Δημήτρης Μήτσος Μίμης", "Ιωάννης Γιάννης Γιαννάκης", "Νικόλαος Νίκος", "Παναγιώτης Πάνος Τάκης Γιώτης", "Βασίλειος Βασίλης Βάσος Λάκης", "Αθανάσιος Θανάσης Νάσος Θάνος Σάκης", "Ευάγγελος Βαγγέλης Άγγελος", "Χαράλαμπος Μπάμπης Χάρης Λάμπης", "Εμμανουήλ Μανώλης Μάνος", "Σπυρίδων Σπύρος", "Ελένη Λένα Λενιώ", "Αικατερίνη Κατερίνα Κάτια Καίτη", "Βασιλική Βάσω Βίκυ Κική", "Γεωργία Γωγώ Γιωργία", "Παναγιώτα Γιώτα", "Σοφία Σόφη", "Αναστασία Τασούλα Νατάσα", "Κωνσταντίνα Ντίνα Κωστούλα", "Μαρία Μαίρη Μαράκι", "Δήμητρα Μίμη Δημητρούλα", "Αλέξανδρος Αλέκος Αλέξης", "Ευθύμιος Θύμιος", "Ευστάθιος Στάθης", "Θεόδωρος Θοδωρής", "Georgios Giorgos Yorgos Giorgios", "Konstantinos Kostas Dinos Costas", "Dimitrios Dimitris Mitsos Jimmy", "Ioannis Giannis Yannis Jannis", "Nikolaos Nikos", "Evangelos Vangelis", "Charalampos Babis Haris", "Athanasios Thanasis Sakis Thanos", "Eleni Lena Helen Elena", "Vasilios Vasilis", "Emmanouil Manolis",
    // Arabic, Persian, Hebrew
    "محمد حمودة حمودي ميدو", "أحمد حمادة", "مصطفى درش", "إبراهيم برهوم هيما", "فاطمة فطوم بطة", "خديجة خدوج", "عبدالله عبود", "عبدالرحمن عبود", "يوسف جو", "محمود حودة", "Mohammed Mo Hamoudi Hamada Mido", "Muhammad Mo Hamudi", "Mohamed Mo Momo Hamada", "Ahmed Hamada Mido", "Abdullah Abdou Aboud Abdo", "Abdelkader Kader Abdel", "Fatima Fatme Fatou Fati", "Yusuf Yusri Jo", "Ibrahim Brahim Ibo", "Khadija Khadouj Khadidja",
    "אברהם אבי", "יצחק איציק", "יעקב קובי יענקל'ה", "יוסף יוסי ספי", "משה מושיק מוישה", "דוד דודי דודו", "שמואל שמוליק סמי", "ישראל שרוליק", "חיים חיימי", "אליהו אלי", "מיכאל מיקי", "דניאל דני", "יונתן יוני", "בנימין בני", "רחל רחלי", "רבקה ריקי רבקי", "מרים מירי", "אסתר אסתי", "אלכסנדר אלכס סשה", "יהודה יודה", "מנחם מני", "שלמה שלומי מומי", "צבי צביקה", "Avraham Avi", "Yitzhak Itzik", "Yosef Yossi", "Shmuel Shmulik", "Yaakov Kobi",
    // India, East Asia, Africa: forms that guests meet on badges
    "Rajesh Raju Raj", "Rajendra Raju Raj", "Sanjay Sanju", "Vijay Viju", "Suresh Suri", "Priyanka Priya Pinky", "Deepika Deepu", "Lakshmi Laxmi Lucky", "राजेश राजू", "राजेन्द्र राजू", "संजय संजू", "Chukwuemeka Emeka", "Oluwaseun Seun", "Babatunde Tunde", "Oluwafemi Femi", "Olufemi Femi", "Ayodele Ayo", "Kwabena Kobi",
];

/// How far a nickname is trusted for the name it comes from, and the other way round.
const DIRECT: f32 = 1.0;
/// How far it is trusted for another nickname of the same name.
const SISTER: f32 = 0.93;

struct Table {
    lines: Vec<Vec<String>>,
    by_name: HashMap<String, Vec<usize>>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let lines: Vec<Vec<String>> =
        LINES.iter().map(|line| line.split(' ').map(|name| fold(name).replace(['\'', '-'], "")).collect()).collect();
    let mut by_name: HashMap<String, Vec<usize>> = HashMap::new();
    for (at, line) in lines.iter().enumerate() {
        for name in line {
            by_name.entry(name.clone()).or_default().push(at);
        }
    }
    Table { lines, by_name }
});

/// The names that a folded name may also stand for, each with a trust up to 1.
pub(super) fn of(name: &str) -> impl Iterator<Item = (&'static str, f32)> {
    let lines = TABLE.by_name.get(name).map(Vec::as_slice).unwrap_or(&[]);
    lines.iter().filter_map(|at| TABLE.lines.get(*at)).flat_map(move |line| {
        let is_full = line.first().is_some_and(|full| full == name);
        line.iter()
            .enumerate()
            .map(move |(at, other)| (other.as_str(), if is_full || at == 0 { DIRECT } else { SISTER }))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nicknames_lead_to_their_names_and_back() {
        for (nick, name) in [
            ("bob", "robert"),
            ("bill", "william"),
            ("sascha", "alexander"),
            ("pepe", "jose"),
            ("lena", "helena"),
            ("lena", "magdalena"),
            ("katya", "ekaterina"),
            ("sepp", "josef"),
            ("саша", "александр"),
            ("kuba", "jakub"),
        ] {
            assert!(of(nick).any(|(other, trust)| other == name && trust == DIRECT), "{nick}");
            assert!(of(name).any(|(other, trust)| other == nick && trust == DIRECT), "{name}");
        }
        assert!(of("bob").any(|(other, trust)| other == "robbie" && trust < DIRECT));
        assert_eq!(of("nobody").count(), 0);
    }

    #[test]
    fn the_table_has_no_name_twice_in_a_line_and_covers_many_languages() {
        let mut pairs = 0;
        for (line, raw) in TABLE.lines.iter().zip(LINES) {
            let mut once = line.clone();
            once.sort();
            once.dedup();
            assert_eq!(once.len(), line.len(), "{raw}");
            assert!(line.len() >= 2 && line.iter().all(|name| !name.is_empty()), "{raw}");
            pairs += line.len() - 1;
        }
        assert!(pairs >= 300, "{pairs}");
    }
}
