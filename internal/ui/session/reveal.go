package session

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"aftershift/internal/ui/widgets/fields"
)

// Reveal scrolls to what has the keyboard. The window calls it after a key.
func (p *Page) Reveal() {
	if scroll := p.scroll(); scroll != nil {
		fields.RevealFocused(p.frame.Window(), scroll)
	}
}

// scroll gives what scrolls in the phase that is shown, nil for nothing.
func (p *Page) scroll() *container.Scroll {
	switch p.shown {
	case Ahead:
		return p.ahead.scroll
	case Talking:
		if p.talk.stack.Objects[0] == fyne.CanvasObject(p.talk.last.content) {
			return p.talk.last.content
		}
		return p.talk.item.scroll
	case Ending:
		return p.ending.scroll
	case Alone:
		return p.alone.scroll
	case Record:
		return p.record.scroll
	case Nothing, Ended:
	}
	return nil
}
