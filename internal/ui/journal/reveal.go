package journal

import "aftershift/internal/ui/widgets"

// Reveal scrolls the entry, or the rail beside it, to what has the keyboard. The
// window calls it after a key.
func (p *Page) Reveal() {
	widgets.RevealFocused(p.frame.Window(), p.editor.sheet)
	widgets.RevealFocused(p.frame.Window(), p.rail.scroll)
}
