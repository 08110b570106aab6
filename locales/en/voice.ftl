# What staff raise.

voice-category-equipment = Rooms, things and tools
voice-category-work = How we work
voice-category-shifts = Shifts, pay and leave
voice-category-together = How we treat each other
voice-category-guests = What guests need
voice-category-other = Something else
voice-category-harassment = Harassment
voice-category-customer-harassment = Harassment by a guest or customer
voice-category-danger = Danger to somebody
voice-category-safeguarding = Protecting children and people who need care
voice-category-wrongdoing = Something against the law or our rules
