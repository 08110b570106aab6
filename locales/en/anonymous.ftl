# The anonymous zone. The word "anonymous" stands in this file and nowhere else.
anonymous-choice = Anonymous
anonymous-choice-before = Nobody shall know that it was you? Then do not write here, but
anonymous-choice-link = on the page that does not know you
anonymous-choice-words = Nobody can know that it was you, whatever their role. It has a page of its own, on which you are not signed in.
anonymous-choice-why = Nothing you typed here comes along, on purpose: this page knows your name, so whatever went from here to there would carry it with it.
anonymous-choice-threads = Anonymous
