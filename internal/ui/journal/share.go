package journal

import (
	"strings"

	"aftershift/internal/journal"
)

// SetFlag says whether and when the entry is brought to supervision.
func (w *writer) SetFlag(flag journal.Flag) {
	if flag == w.entry.Flag {
		return
	}
	w.sharing = w.sharing || flag == journal.NoFlag && w.entry.Share != journal.Share{}
	w.mark("undo.flag", 0, func(e *journal.Entry) { e.Flag = flag })
}

// OpenCard shows the card with words to share without flagging the entry.
func (w *writer) OpenCard() {
	w.sharing = true
	w.tell()
}

// SetShareTitle takes the title that others will read.
func (w *writer) SetShareTitle(title string) {
	w.noted("undo.share", func(e *journal.Entry) { e.Share.Title = cut(title, journal.MaxTitle) })
}

// SetShareWords takes the words that others will read, or the proposal as it is
// being changed.
func (w *writer) SetShareWords(words string) {
	if w.proposal.Shown {
		w.proposal.Words, w.proposal.touched = cut(words, journal.MaxShare), true
		w.hold()
		return
	}
	w.noted("undo.share", func(e *journal.Entry) { e.Share.Words = cut(words, journal.MaxShare) })
}

// SetWhoKnows takes who has to know before then.
func (w *writer) SetWhoKnows(who string) {
	w.noted("undo.share", func(e *journal.Entry) { e.Share.WhoKnows = cut(who, journal.MaxTitle) })
}

// graphicHeld stands in words to share for a graphic passage that was held back.
const graphicHeld = "…"

// Propose makes a first version of the words to share from a passage of a section's
// text, with names masked and what is graphic held back. It is shown and not kept. It
// reports whether anything is left to begin from.
func (w *writer) Propose(text, passage string) bool {
	id := w.entry.ID
	passage = w.entry.Spared(text, passage, graphicHeld)
	if id == 0 || strings.Trim(passage, " \n\t"+graphicHeld) == "" {
		return false
	}
	passage = cut(passage, journal.MaxShare)
	w.aside(func() {
		words, err := w.book.StartFromWords(passage)
		w.do(func() {
			switch {
			case err != nil:
				w.failed(err)
			case id == w.entry.ID:
				w.proposed(words)
			}
		})
	})
	return true
}

func (w *writer) proposed(words string) {
	if had := strings.TrimSpace(w.entry.Share.Words); had != "" {
		words = had + "\n\n" + words
	}
	w.proposal = Proposal{Shown: true, Words: words, Masked: true}
	w.tell()
}

// KeepProposal makes the proposal the words to share.
func (w *writer) KeepProposal() {
	words := w.proposal.Words
	w.proposal = Proposal{}
	w.mark("undo.share", 0, func(e *journal.Entry) { e.Share.Words = words })
}

// DropProposal leaves the words to share as they were.
func (w *writer) DropProposal() {
	w.proposal = Proposal{}
	w.hold()
	w.tell()
}

// settleProposal ends a proposal as the entry is left: one that was changed by
// hand has been read and is kept; one that was not is dropped.
func (w *writer) settleProposal() {
	p := w.proposal
	w.proposal = Proposal{}
	if p.Shown && p.touched {
		w.entry.Share.Words = p.Words
		w.marks, w.label = true, "undo.share"
	}
}
