package redact

import "testing"

// TestEngine_Mask_by_hands holds kinds that hurried and learnt hands write to
// several examples each.
func TestEngine_Mask_by_hands(t *testing.T) {
	for kind, all := range map[string][]asks{
		"a family name and an initial behind a comma": {
			{"", "«Whitlock, D»: no show again.\n«Okafor, T» - rang back."},
			{"", "Seen: «Pettigrew, J»; «Marlowe, A.» and the rest."},
			{"", "VETERAN: «POTEET, JERRY L»\nADDRESS: none given"},
			{"", "CLIENT: «OKORO, GRACE M.»\nWORKER: me"},
		},
		"a word for a name that has an age, in small letters": {
			{"", "his name first. «art» is «eighty-eight» and weighs less than my dog. «art» is dying and there's no ‹art› to it"},
			{"", "saw them both. «joy» is «seventy-nine» and deaf. «joy» was glad"},
		},
		"a church by its faith": {
			{"", "their pastor from «zion lutheran» is coming fri."},
			{"", "She sings at «First Baptist» on Sundays, he at «Bethel AME»."},
			{"", "The pantry at «Shiloh Methodist» gave us boxes."},
			{"", "He is ‹Lutheran› and she was raised ‹Baptist›."},
		},
		"a range of days, month first": {
			{"", "OVERNIGHT men's side «12/21-12/22»\n2215 doors."},
			{"", "I cover «9/28-10/4» for her."},
		},
		"an age said of somebody in few words": {
			{"", "The twins (Zy'Aire and Zaniyah, «2 1/2») came."},
			{"", "Winter turned three last week («three»!) in a stranger's house."},
			{"", "Her son Jun-Jun («8») in Iloilo thinks she's on holiday."},
			{"", "Selvan (dementia, «81») has been holding hands. Mrs Ong (frail, «90») too."},
			{"", "his name is Bash, he/him, «18» for eleven days, off the bus"},
			{"", "She says she is «nine», her mother says «twelve», the owner says there are no children."},
			{"", "The child they are matched with is «five» next month. Hers is «six» in May."},
			{"", "Baby Tobi «5 months» chesty. baby Nevaeh «4 months» safe sleep talk."},
			{"", "2 Mthunzi Khoza «34yrs» refused treatment"},
			{"", "Kid I've had since he was «six» turned «18» this week."},
			{"", "Shania, Kaydence, and the one they call Bunny. «13», «13», «12». They run together."},
			{"", "Young man, no ID, called himself Bishop. Maybe «twenty». Came off the bus."},
			{"", "He was shovelling everybody's steps. At «67». In slippers."},
			{"", "She is ‹five months› sober. He's had ‹4 months› of it. Oscar D (‹Yr 9›, vaping again) came."},
		},
		"capitals in a list of names": {
			{"", "kids seen: Aubrielle, «DJ», the whole robotics team"},
			{"", "Present: Aubrielle, Marcus, «TJ» and me."},
			{"", "Discussed: housing, ‹PIP›, ‹CAMHS› and me."},
		},
		"what somebody is called, in small letters": {
			{"", "her husband dwight (everybody calls him «skeeter», he does septic) hurt his back"},
			{"", "they call her «bunny», always have. the lads call him «spud»."},
			{"", "she called him ‹back›. they call her ‹names›. i call him ‹every› day"},
		},
		"where two streets meet, at a sentence's start": {
			{"", "Went out with her. «Kipling and Mount Olive», 14th floor, elevator out."},
			{"", "Out by ten. «Jane & Finch», apt 1204, no heat."},
		},
		"a street of another language without a number": {
			{"", "by the neighbour of the «rue Adam», who called"},
			{"", "She lives in «calle Sierpes» now, he on «avenida Juarez»."},
		},
		"what somebody is called by age or rank": {
			{"", "He's teaching Wes and «Old Sully» to cook. It was «Young Denzel» who rang."},
			{"", "Issue: supervisor (\"«Boss Lyle»\") kept the passport."},
			{"", "We met at ‹Old› people's home day."},
		},
		"a ward by its number, and a township by its extension": {
			{"", "Home visit in «Extension 6», shack behind the church."},
			{"", "He is on «ward 16» and she on «Ward 5B»."},
			{"", "Drove to town on «BIA 2» before light, back by «US 85»."},
		},
		"a place whose name holds a possessive": {
			{"", "Substance unit, «Mitchell's Plain». Drove to «Hawke's Bay» after."},
			{"", "Four hours at «Women's College» again."},
		},
		"an identifier that is half hidden": {
			{"", "NRIC for form: «S8XX417C». And «XX-XX-4417» on the old form."},
			{"", "card ending «**** 4471»; account «XX8812»."},
			{"", "Boss is away, FIN ends «491P». He laughed."},
		},
		"names of the East in small letters": {
			{"", "i pushed it to wednesday. «tan ah seng», «79», bachelor. he waits. saw «lim ah hock» too."},
		},
		"a name that says a word twice": {
			{"", "The new helper «Aye Aye Mon», who landed from Yangon. I asked «Aye Aye» herself."},
			{"", "I met «Win Win» at noon, and «Moe Moe» later."},
			{"", "‹No No›, she said. ‹There There›, I said."},
		},
		"a family in small letters by its name": {
			{"", "so i saw the «hendricks» kids today. the «alvarez» boys were there. them «pruitt» girls too."},
			{"", "saw the ‹other› kids today. the ‹school› kids were loud. the ‹older› boys ran."},
		},
		"one letter that somebody goes by": {
			{"", "mom goes by «T». three kids. They call him «K»."},
		},
		"a reference that says what it is twice": {
			{"", "at the centre, OB number «OB 34/17/10». He refused."},
		},
		"a room behind an address, and a lookout": {
			{"", "rooming house, «88 Steadman Crt, rm 5». He was shovelling."},
			{"", "Parked at «Harvey Point lookout» again."},
			{"", "trailer is «lot 12 sycamore bend mobile park» off the road."},
		},
		"an address of mail as it is said, of several words": {
			{"", "I need to e-mail her boss, «lead at crossrivers interpreters dot example», and say so."},
		},
		"somebody by a word of respect behind the name": {
			{"", "«Baby» tai's daughter came. «Precious» didi said no. «Lakshmi» amma wept. Told «Happy» bhai."},
		},
		"two who are joined, at a line's start": {
			{"", "Dumping my head first.\n\n«Kauri & Skyla» – siblings split since May."},
			{"", "«Ife» and Karin got there forty minutes early. «Ife»'s mother sang."},
		},
		"a short day of other languages": {
			{"", "- Next: «21 janv.», 9h30. Puis le «3 févr.» aussi. El «4 ene.» no."},
		},
		"verbs cut short are no streets": {
			{"", "His wife Thelma ‹doesn't drive› and Rhianna ‹wasn't home›. I ‹can't drive› by it."},
			{"", "I asked did Steeve ‹close› the door. Did Marlon ‹park› the car?"},
		},
		"times that run together": {
			{"", "TIME: ‹1330–1445›\nISSUE: inspection"},
			{"", "MAPPA L2. ‹1000-1140›. Nine agencies."},
			{"", "‹0845› DUTY. 31 waiting. What stays w me is ‹0300›."},
			{"", "HOUSING DAY. ‹0900› «Walsall Magistrates», possession list."},
		},
		"numbers that end a sentence before a place": {
			{"", "TPR trial day ‹2›. «Muscogee County Juvenile Court», case no. «106-24-J-0581»."},
			{"", "Block of ‹12›. The «Bromford Lodge», one room."},
			{"", "There is ‹one›. «Prairie Lantern Home» Care, talk to Deb."},
		},
		"numbers that nobody's age is": {
			{"", "Quick ‹one›. Hope relapsed. Sat with him. Grounding, ‹5-4-3-2-1›. Then he said."},
			{"", "Holidays and I'm ‹0.6›."},
			{"", "the ‹one old-age› pension."},
		},
		"titles stay before the name": {
			{"", "Fourteen present, ‹President› «Kamlabai», ‹Treasurer› «Rekha Uikey»."},
			{"", "‹Judge› «Villareal-Tan» asked. ‹VP› «Thibodeau» took it. ‹Cst.› «Doucet» drove. ‹Mdm› «Siew Lan» sat."},
		},
		"a word before a number of a thing": {
			{"", "‹Bed› 4 Mr «Pillai». ‹Bed› 9 «Oyelaran, Folake». ‹Ext› «5521»."},
		},
		"a number that heads an item, and one with a fraction": {
			{"", "1) Nadine sleeps again 2) the twins at St Ambrose ‹3›) me and my temper"},
			{"", "Baby Alfie-James «6/52», ‹4.1kg›, feeding."},
		},
		"an age at which something befell somebody": {
			{"", "The boy, Kadeem, went to prison at «17». She was married at «16»."},
			{"", "Fatima (not her real name) is «16», with a baby of «five weeks»."},
			{"", "He rang back at ‹17›. We met at ‹12›."},
		},
		"what somebody is called, with a word of every day": {
			{"", "Notes from group: «Big Tone» shared. I met «Little Chip» there."},
			{"", "I bought the ‹Big Issue› off him."},
		},
		"a house whose quarter has its point, in small letters": {
			{"", "they r in a motel since the eviction from «418 n. walnut» last week. she cried"},
		},
		"part of a plate, and a flat in brackets": {
			{"", "the white astra, reg ends «KLX». plate starts «BD»."},
			{"", "The apartment on «Dorchester Ave» («#3R») smells of gas."},
		},
		"the first half of a postcode in brackets": {
			{"", "She's stopping with her aunt in «Leicester» («LE4», no house number)."},
		},
		"acronyms in the plural, and whose a thing is": {
			{"", "Faxed 3 ‹SNFs›. Two ‹IVFs› failed. ‹EHCPs› are late."},
			{"", "She said, ‹My› name's «Neveah». Feelings: ‹My› own father is old. I'm ‹6 weeks› in."},
		},
		"a letter behind what somebody is called": {
			{"", "He turned up w/ his pals «Big G» and «Reece». I met «Little T» too."},
		},
		"a registered name that holds plain words": {
			{"Thursday group", "We met in a ‹group›. The ‹group› was loud. The «Thursday group» meets again."},
			{"Peer supervision group|Northside", "The ‹peer group› met. My ‹supervision› was fine. «Northside» rang."},
			{"Summer Teague", "Then I rang «Summer», and «Teague» called."},
		},
		"a people or a feast before a plain word": {
			{"", "I'm the only ‹Filipino› worker. Two rooms over the ‹Polish› shop. He died on ‹Stephen's Day›."},
		},
		"letters of services and plain words of the work": {
			{"", "Apartment off the road, no ‹AC›. ‹DUI› again. plan is in ‹CPRS›. The ‹SHO› made us sit. My ‹TL› knows. Used ‹TIS›. My ‹RO› said no."},
			{"", "it's ‹parentification›. ‹countertransference›: yes. i ‹psychoed› her. the ‹benzo› was out. yes ‹maam›. ‹yall› come. see you ‹tmr›."},
		},
	} {
		t.Run(kind, func(t *testing.T) {
			for _, a := range all {
				a.check(t)
			}
		})
	}
}
