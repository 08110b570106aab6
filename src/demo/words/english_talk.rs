//! Concerns and questions in English, with answers.

use super::{Topic, topic};

#[rustfmt::skip]
pub(super) static CONCERNS: &[Topic] = &[
    topic("The lift [nearest to room {room}|by the restaurant] was out of order [for two days|again]. [{elder} cannot climb stairs.|With a pram that is no joke.] [Nobody could say when it would run|There was no sign about it].",
        "[I am sorry, and thank you for telling us|Thank you for writing, and I apologise]. The part arrived [on Tuesday|this morning] and the lift runs again. From now on a sign says when it will be back and reception offers another room at once."),
    topic("[It was too loud to sleep|We hardly slept]: [the bar below|the fan in the yard|deliveries at five in the morning]. [I mentioned it at the desk and nothing happened|I did not want to complain at the time].",
        "I am sorry for [the nights you lost|your sleep]. We have [moved the deliveries to seven|put the fan on a timer], and rooms on that side are given last until we know that it has helped."),
    topic("[We waited forty minutes|It took three quarters of an hour] [to check in|for breakfast to be refilled|for the main course] [on Saturday|last night]. [Everyone was friendly, but there were too few of them|The staff did what they could].",
        "You are right, we were too few. [From this weekend on there are two more people|We have changed the rota] at that hour. Thank you for seeing how hard the others worked."),
    topic("[The shower|The water in room {room}] is [either scalding or cold|hardly more than a trickle in the morning]. [With a small child that is dangerous|I ended up using the gym].",
        "Thank you, this is important. The mixer was replaced [today|yesterday] and we are checking [the whole floor|the other rooms on that riser] this week."),
    topic("[There was hardly anything vegan at breakfast|Gluten-free bread was gone by eight]. [I had written it in the booking|The labels were missing, so I did not dare to eat].",
        "I am sorry that you had to guess. The buffet is labelled since [Monday|yesterday], and the kitchen keeps a portion aside for each booking that mentions it."),
    topic("[The room smelt of smoke|Room {room} smelt damp]. [We aired it all day|We slept with the window open]. [Please look into it|It is a pity, the rest was lovely].",
        "That should not have been given to you. The room is closed until [the carpet is replaced|the ventilation is repaired], and we have noted a better room for your next stay."),
    topic("I was charged [twice for parking|for a minibar I did not touch|a city tax that was already paid]. [Please put it right|I only saw it at home].",
        "You are right, and I apologise. The amount is on its way back to your card [today|since this morning]; [the mistake was ours|the two systems did not talk to each other, and now they do]."),
    topic("[The sunbeds were all taken by towels at seven|There was no free chair at the pool all morning]. [Nobody dared to move them|It spoils the mood].",
        "Thank you for being frank. Since [today|this week] towels without owner are collected after forty minutes, and a board at the pool says so in four languages."),
    topic("[The path from the car park is very dark|There is a loose step by the garden door]. {elder} [nearly fell|almost tripped].",
        "Thank you for telling us before somebody was hurt. The [lamp|step] was repaired [the same day|this morning], and we have walked all the paths with a torch."),
    topic("The wireless network [dropped every few minutes|did not reach room {room}]. [I had to work|I could not call home].",
        "I am sorry. A new access point is [ordered for that corridor|up since yesterday]; until it proves itself we keep a quiet room with cable free for guests who work."),
];

#[rustfmt::skip]
pub(super) static QUESTIONS: &[Topic] = &[
    topic("[May we bring our dog|Are dogs allowed]? [She is small and old|He is quiet and well behaved].", "Yes, with pleasure: on the ground floor and the terrace, not in the breakfast room. A bowl and a blanket will be waiting."),
    topic("Is there [a room with a step-free shower|a bathroom suited to a wheelchair]? It is for {elder}.", "Yes, four of them. I have put one aside for you; please tell us the width of the chair, so that we can measure the door."),
    topic("[We arrive at six in the morning|Our flight lands very early]. [Can we leave our bags|Could we have the room earlier]?", "Your bags are welcome at any hour, and so are you: there is a shower by the spa. The room is ready from eleven if the night before allows it; we will write to you the evening before."),
    topic("How do I get [from the airport|from the station] to you [without a taxi|late in the evening]?", "There is a bus every twenty minutes until midnight; it stops two minutes from our door. After midnight our driver comes for the price of the bus and a smile."),
    topic("[I think I left my {thing} behind|Did anybody find a {thing}], [room {room}|last weekend]?", "Good news: it was found {spot}. Tell us where to send it and it leaves with today's post."),
    topic("Can the kitchen [cook for somebody with {allergy}|deal with {allergy}]? [It is serious|We have had bad experiences].", "Yes. Please speak to the chef on arrival: there is a separate board and pan, and every dish is checked before it leaves the kitchen. Your booking is marked."),
    topic("[Is the pool heated in April|When does the outdoor pool open]? [The children ask every day|We would plan around it].", "It is heated to 27 degrees from Easter on, and open from eight until seven. The children's pool is indoors and open all year."),
    topic("[Do you have a cot and a high chair|Could you lend us a cot]? [Our baby is eight months old|].", "Both are ready in your room, free of charge, with a bottle warmer. Just tell us whether the cot shall stand by the window or the bed."),
    topic("Where can [I|we] [charge an electric car|park two bicycles safely]?", "In the garage, beside the lift: six sockets and a locked room for bicycles. Reception gives you the key."),
];

pub(super) static REPLIES: &[&str] = &[
    "[Thank you for the quick answer|Thanks for getting back to me]. [That is more than I expected|Very helpful].",
    "[Good to hear|I appreciate it]. [We will try again next year|We will come back and see].",
    "Thank you. [I did not think anyone would read this|It is good to be heard].",
];
