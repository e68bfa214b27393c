package settings

import "aftershift/internal/ui/widgets/fields"

// Reveal scrolls to what has the keyboard. The window calls it after a key.
func (p *Page) Reveal() { fields.RevealFocused(p.frame.Window(), p.scroll) }
