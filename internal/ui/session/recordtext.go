package session

import (
	"aftershift/internal/fault"
	"aftershift/internal/journal"
)

// copyRecord puts what the item in view came to, or else the whole session, on the
// clipboard for a while, as it goes into the case record.
func (p *Page) copyRecord() {
	s, text, said := p.presenter.state, "", "session.record_text.none"
	var items []journal.ID
	if s.Phase == Talking && s.At != 0 {
		items = append(items, s.At)
	}
	p.presenter.Keep()
	p.presenter.act("", func() (err error) {
		if text, err = p.presenter.book.RecordText(s.Sitting.Session.ID, items...); fault.KindOf(err) == fault.Invalid {
			return nil
		}
		return err
	}, func() {
		if text != "" {
			said = "session.record_text.copied"
			p.frame.Copy(text)
		}
		p.frame.Notify(p.words.T(said), false)
	})
}
