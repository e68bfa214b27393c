package tour

import (
	"slices"
	"time"
)

// secret is the passphrase of the journal that the tour makes.
const secret = "copper lantern quiet river moss"

// Steps is the way through the pages by keyboard alone: look around in the
// fictional journal, then make one, write, lock and come back.
var Steps = slices.Concat(lookAround, makeJournal, writeAndLock, leaveAlone)

// FirstHour is what everybody does first, on any system: look around, make a journal,
// write, lock and come back.
var FirstHour = slices.Concat(lookAround[:2], makeJournal, writeAndLock)

// lookAround begins where the program was never started before, opens the fictional
// journal and goes through its pages. FirstHour takes its first two steps.
var lookAround = []Step{
	{Name: "welcome", Acts: []Act{Rest()}},
	{Name: "sample", Acts: []Act{Turn("Tab", "Tab", "Tab", "Return"), Rest()}},
	{Name: "entry", Acts: []Act{Press("ctrl+1", "Down", "Down", "Return"), Rest()}},
	{Name: "menu", Acts: []Act{Press("Alt_L"), Rest()}},
	{Acts: []Act{Press("Escape", "Escape")}},
	{Name: "copy", Acts: []Act{Press("ctrl+e"), Wait(time.Second), Rest()}},
	{Name: "copy-saved", Acts: []Act{Press("ctrl+s", "space"), Rest(), Press("ctrl+s"), Rest(), Press("Return"), Wait(time.Second), Rest()}},
	{Name: "supervision", Acts: []Act{Press("ctrl+2"), Rest()}},
	{Name: "session", Acts: []Act{Press("ctrl+Return"), Rest()}},
	{Acts: []Act{Press("ctrl+Return"), Rest()}}, // it was planned for another day: asked about
	{Name: "session-talk", Acts: []Act{Press("Return"), Rest()}},
	{Name: "actions", Acts: []Act{Press("ctrl+3"), Rest()}},
	{Name: "people", Acts: []Act{Press("ctrl+4"), Rest()}},
	{Name: "looking-back", Acts: []Act{Press("ctrl+6"), Wait(time.Second), Rest()}},
	{Name: "patterns", Acts: []Act{Press("ctrl+7"), Wait(time.Second), Rest()}},
	{Name: "learning", Acts: []Act{Press("ctrl+8"), Wait(time.Second), Rest()}},
	{Name: "group", Acts: []Act{Press("ctrl+9"), Wait(time.Second), Rest()}},
	{Name: "palette", Acts: []Act{Press("ctrl+k"), Write("car"), Wait(time.Second), Rest()}},
	{Name: "settings", Acts: []Act{Press("Escape", "ctrl+comma"), Rest()}},
}

// makeJournal leaves an open journal by locking it, and ends in a new one of which
// secret is the passphrase. None of the recovery words that are asked back is typed.
var makeJournal = []Step{
	{Name: "passphrase", Acts: []Act{
		Relock("ctrl+l"), Rest(),
		Write(secret), Press("Tab"), Write(secret),
	}},
	{Name: "recovery-words", Acts: []Act{Turn("Return"), Rest()}},
	{Name: "words-asked-back", Acts: []Act{Press("Return"), Rest()}},
	{Name: "empty-journal", Acts: []Act{Turn("Tab", "Tab", "Tab", "Tab", "Return"), Rest()}},
}

// writeAndLock needs the journal of makeJournal open, with secret as its passphrase,
// and leaves it open.
var writeAndLock = []Step{
	{Name: "backups", Acts: []Act{Press("ctrl+5"), Rest()}},
	{Name: "writing", Acts: []Act{
		Press("ctrl+n"), Rest(),
		Write("Stayed on the visit although I was frightened. I want to think about why."),
		Wait(2 * time.Second),
	}},
	{Name: "unlock", Acts: []Act{Relock("ctrl+l"), Rest()}},
	{Name: "wrong-passphrase", Acts: []Act{Write("not the right one"), Press("Return"), Wait(5 * time.Second)}},
	{Name: "back-again", Acts: []Act{Write(secret), Turn("Return"), Rest()}},
}

// leaveAlone sets the idle clock to a minute and waits for its warning.
var leaveAlone = []Step{
	{Acts: []Act{Press("ctrl+comma"), Rest(), Press("Tab", "Tab", "Tab", "Tab", "Tab"), Press("Left", "Left", "Left", "Left")}},
	{Name: "countdown", Acts: []Act{Press("ctrl+1"), Wait(36 * time.Second)}},
	{Acts: []Act{Press("Escape")}},
}
