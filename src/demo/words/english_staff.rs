//! What staff write in English: about each other, for guests, and in answer to praise.

use super::super::trades::*;
use super::{Deed, deed};

#[rustfmt::skip]
pub(super) static DEEDS: &[Deed] = &[
    deed(ALL, "{name} [took over my shift|stayed two hours longer|swapped Sundays with me] [when my son was ill|when my father went into hospital|so that I could be at my daughter's first day of school].", "[No questions asked|{he} offered before I could ask].", "I could be where I was needed [and did not have to feel guilty|]."),
    deed(ALL, "[On my first week|When I was new] {name} [showed me everything twice|sat with me at every break|wrote me a little list of all the names].", "", "I [stayed|am still here] because of {him}."),
    deed(ALL, "{name} [told me honestly|took me aside and said] that [my note to the next shift could not be understood|I had been short with a guest], [kindly|with a suggestion how to do it better].", "", "I have [done it differently since|learnt more from that than from any course]."),
    deed(ALL, "{name} [jumped in|came over from another department] when [the coach party arrived early|three of us were off sick|the conference ran into dinner], and [never once complained|had us all laughing].", "", "We [got through it|finished on time] and the guests [noticed nothing|were happy]."),
    deed(ALL, "{name} [noticed|spotted] [a loose cable by the pool|a smell of gas|that the fire door was blocked] and [did not walk past|reported it and stayed until it was safe].", "", "Somebody could have been hurt."),
    deed(ALL, "{name} [translated|helped] when a guest spoke only [Turkish|Polish|Arabic|Ukrainian|Vietnamese], [on {his} break|on {his} day off, by phone].", "", "The guest [was understood|got the right medicine|left with a smile]."),
    deed(F | N | G, "{name} [had every late arrival prepared, so|left the hand-over so clear] that [my shift began without a single question|we could start at once].", "", "It saved us [an hour|a lot of running about], and the guests the wait."),
    deed(F | N, "{name} [stayed calm|kept {his} voice down] with a guest who was [shouting|very rude], [found the real problem|listened until it was out] and [solved it|the guest apologised in the end].", "", "I [learnt|saw] how it can be done."),
    deed(H, "{name} [did eleven rooms|took three of my rooms] [on a day when two were missing|because my back was bad] and [still checked the corners|said nothing about it].", "", "I [got through the day|could go home on time to my children]."),
    deed(H, "{name} found [a ring|an envelope with money|a hearing aid] in the linen and [brought it straight to reception|did not rest until it had an owner].", "", "The guest [came down to hug everybody|wrote to us from home]."),
    deed(H | M, "{name} [marks|writes down] every small defect [with the room and the hour|so that it can be found], so [maintenance|we] can fix it before [the next guest|anyone complains].", "", "[Fewer complaints|Half as many calls] on my shift since {he} does this."),
    deed(K, "{name} [prepared all the allergy plates early|labelled every box], so the [evening shift|pass] [ran without a single question|knew what was what].", "", "No mistakes on a night with [nine|eleven] special diets."),
    deed(K, "{name} cooked [a proper staff meal|something warm for all of us] [after a fourteen-hour day|at Ramadan, after sunset|on Christmas Eve], [from what was left|with dishes from home].", "", "We sat down together for the first time in weeks."),
    deed(K | R, "{name} [teaches the trainees|showed our trainee] [how to hold the knife|how to carry three plates] [with endless patience|again and again], [even on a full Saturday|without ever raising {his} voice].", "", "Our trainee passed the exam and [named {him} first|wants to stay]."),
    deed(R | B, "{name} [saw that I was drowning|read my face] and [took two of my tables|ran my drinks] [without a word|before I could ask].", "", "Nobody had to wait, and I could breathe."),
    deed(M, "{name} came [on a Sunday|at six in the morning] [because of the cold store|when the dishwasher flooded the floor] and [had it going by breakfast|saved everything in it].", "", "[Breakfast for two hundred|The wedding buffet] took place."),
    deed(M, "{name} built [a ramp|a trolley|a shelf at the right height] for [us in housekeeping|the laundry], [from leftovers|in {his} own time].", "", "My [back|shoulder] thanks {him} every day."),
    deed(S, "{name} [gave the night team a shoulder massage|organised stretching before the shift] [just because|in the hardest week of the summer].", "", "We laughed, and the week was half as long."),
    deed(G, "{name} [listened to us|asked us first] before [the rota was changed|the new trolleys were bought], and [then did what we said|explained what was not possible].", "", "[It works|The new rota works] because those who do the work were asked."),
    deed(G | F, "{name} sorted out [my residence papers|my contract|the letter from the tax office] with me, [line by line|in two evenings].", "", "I [sleep again|can bring my family here]."),
];

pub(super) static RELAYED: &[&str] = &[
    "[At breakfast|At check-out|At the desk|In the lift|On the terrace] {guest} [told me|asked me to pass on]:",
    "{guest} [rang|phoned] from home [just to say this|to thank us]:",
    "{guest} [is not fond of writing|had no glasses at hand|had to run for the train], so I write it down:",
    "[Heard|Overheard] at [the pool|the bar|reception], from {guest}:",
    "{guest} was looking for you to say thank you; you were off, so here it is:",
];

pub(super) static THANKS: &[&str] = &[
    "[Thank you{whom}|Thank you so much{whom}|Many thanks{whom}]! [This made my day|I read it to my mother on the phone|It hangs in my locker now|I had a long day and then this].",
    "[How kind of you to write|I am so glad it helped|It was a pleasure]. [Come back soon|Safe travels|All the best to your family]!",
    "[I remember you well|Of course I remember]! [Thank you for taking the time|I am happy that it turned out well].",
    "[It is good to know|It helps to know] that [it mattered|somebody noticed]. Thank you{whom}.",
    "[I will share this with the team|We did it together, so I pass it on to the others], thank you{whom}!",
    "Thank you{whom}. [See you next year|Say hello to everybody|Next time the coffee is on me].",
];
