package actions

import "aftershift/internal/ui/widgets"

// Reveal scrolls to what has the keyboard. The window calls it after a key.
func (p *Page) Reveal() { widgets.RevealFocused(p.frame.Window(), p.scroll) }
