//! What the staff raise, in English, and what became of it.

use super::{Matter, matter};

#[rustfmt::skip]
pub static MATTERS: &[Matter] = &[
    matter("equipment", "The staff lift stops between the second and third floor [most mornings|when it is full]. We carry the linen up the stairs.", "Staff lift", "Somebody has to look at the door sensor, not only reset it.",
        "The lift company replaces the door sensor; until then two porters help with linen from six to nine.", "The door sensor is new and the lift has run for two weeks without a stop.", ""),
    matter("equipment", "The trolleys [squeak|pull to the left] so much that guests complain before eight. The wheels are older than some of us.", "Housekeeping, all floors", "New wheels, not new trolleys.",
        "Forty new wheels are ordered and are fitted floor by floor.", "All trolleys on the second and third floor have new wheels, the others follow with the next order.", ""),
    matter("equipment", "The dishwasher in the back kitchen leaks. There is water on the floor every evening and somebody will slip.", "Back kitchen", "A new seal, and a mat until it is there.",
        "A technician fits a new seal; a rubber mat lies there from today.", "The seal is new, the floor stays dry, and the mat stays for good.", ""),
    matter("work", "We hear of group arrivals [on the same day|when the coach is already here]. Nobody can plan the rooms that way.", "Front desk", "Send the list two days before to all departments.",
        "Sales sends the list of groups every Monday and Thursday to all heads of department.", "The list of groups goes out twice a week, and the desk may refuse changes after noon.", ""),
    matter("work", "The morning meeting takes forty minutes and half of it is not for us.", "Staff room", "Ten minutes standing, the rest in writing.",
        "From next month the meeting is ten minutes standing; everything else hangs on the board.", "The meeting is ten minutes now, and the board carries the rest.", ""),
    matter("shifts", "The rota comes out [on Friday for Monday|with three days' notice]. I cannot plan my children that way.", "", "Two weeks ahead, and swaps without asking the manager.",
        "The rota is published two weeks ahead, starting with the next month.", "The rota is out fifteen days ahead, and swaps need only the two who swap.", "We publish ten days ahead and no more: bookings change too much before that. Swaps are free from now on."),
    matter("shifts", "After a late shift some of us start at six again. That is less than eleven hours.", "", "The program should refuse such a plan.",
        "The planning program gets a rule that refuses less than eleven hours between two shifts.", "The program refuses such plans now; four rotas were changed.", ""),
    matter("together", "New people stand around on their first day because nobody knows they are coming.", "", "One person who shows them round, named on the rota.",
        "Each department names a person who shows newcomers round; their name stands on the rota.", "Every newcomer of this month was met at the door by somebody with their name.", ""),
    matter("guests", "Guests ask for vegan breakfast every day and we have to say that there is only fruit.", "Breakfast room", "Two dishes and a sign would do.",
        "The kitchen tries two vegan dishes for four weeks and counts how much is eaten.", "Two vegan dishes stand on the buffet, with a sign.", ""),
    matter("guests", "There is no shade at the family pool. Parents carry umbrellas over from the bar.", "Family pool", "Two sails between the trees.",
        "Two sails are put up before the season begins.", "Two sails hang between the trees.", "The trees are protected and carry no sails. Six umbrellas with heavy feet are ordered instead and stay at that pool."),
    matter("other", "The staff car park is dark when the late shift ends.", "Car park behind the kitchen", "A lamp with a sensor.",
        "An electrician puts up two lamps with sensors.", "Two lamps with sensors light the way to the gate.", ""),
    matter("other", "Could the staff canteen serve something warm after nine in the evening? The night shift eats biscuits.", "Canteen", "Soup in a pot that keeps warm.",
        "The kitchen leaves a pot of soup for the night shift and we see whether it is eaten.", "There is soup until two in the morning.", "The kitchen closes at nine and nobody may cook alone at night. There is now a microwave and a fridge that is filled at eight."),
];

pub static CONFIDED: &[&str] = &[
    "My shift lead makes remarks about how I speak, in front of guests. I asked him to stop and he laughed. I do not want to lose my shifts over it.",
    "Tips from the terrace are collected and not shared as agreed. I have kept a list for three weeks.",
    "I have been asked to sign for breaks that I did not take. Others were asked as well.",
];

pub static ASKED: &[&str] = &[
    "Thank you for telling us. May we speak on the phone this week? Nothing happens without your yes.",
    "Thank you for trusting us with this. Since when has it been going on, and would you like somebody at your side?",
];
