# The questions, as the catalogue lists them.

question-with = What do we have with …?
question-profile = Who is this, and who is it tied to?
question-members = Who is in this network?
question-between = What ties these two?
question-timeline = What happened when?
question-joined = Which cities are in which networks?
question-first = Who joined first, and how late?
question-memberships = Which networks has it been in?
question-seats = Who held office in this network?
question-lineage = What did it come from, and what did it become?
question-indirect = Whom does it reach through its associations?
question-presence = Over- or under-represented?
question-weight = Influence beyond membership
question-generations = Presence by network age
question-series = Who came, year by year?
question-actors = Who takes part, by type
question-bursts = Surges over time
question-acts = Which acts stood against a policy?
question-act-counts = How many had such an act?
question-acts-and-twins = Did those who acted also have a partner there?
question-offices = Who keeps offices abroad?
question-lapsed = How long do agreements live?
question-missions = Which missions went abroad?
question-connected = Which cities are connected most?
question-ranking = Are these the top cities?
question-backbone = Which ties are more than chance?
question-communities = Which groups hold together?
question-bridges = Who alone connects a region?
question-layers = Who is active everywhere, who depends on one kind of tie?
question-change = What changed between two dates?
question-what-if = What if it ended?
question-before-after = What changed when it ended?
question-withdrawal = What if a backer withdrew?
question-backing = Funding concentration
question-robustness = How well does it hold together?
question-partners = Who could be a partner?
question-compare = What changed, or where do two lists differ?
question-checked = Does a document hold?
question-conflicts = Where do sources disagree?
question-coverage = How complete is this?
question-history = What did we know, and what changed since?
question-reciprocity = Do both sides report it?
question-sameness = Is it one and the same?

# Questions that belong together.

group-who = Who and when
group-weight = Weight and presence
group-bursts = Surges and acts
group-connectivity = Connectivity
group-what-if = What if
group-partners = Partners
group-trust = Trust in the data
