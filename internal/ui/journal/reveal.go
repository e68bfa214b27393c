package journal

import "aftershift/internal/ui/widgets/fields"

// Reveal scrolls the entry, or the rail beside it, to what has the keyboard. The
// window calls it after a key.
func (p *Page) Reveal() {
	fields.RevealFocused(p.frame.Window(), p.editor.sheet)
	fields.RevealFocused(p.frame.Window(), p.rail.scroll)
}
