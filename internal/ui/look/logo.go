package look

import "fyne.io/fyne/v2"

// The disc has the same colours in every mode, as a sign should.
const logoSVG = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">` +
	`<path d="M4 32 A28 28 0 0 1 60 32 Z" fill="#E3A857"/>` +
	`<path d="M4 32 A28 28 0 0 0 60 32 Z" fill="#1F6B63"/></svg>`

// Logo gives the program's sign, a setting sun over still water: a disc half
// amber and half green, as a scalable picture.
func Logo() fyne.Resource { return fyne.NewStaticResource("aftershift-logo.svg", []byte(logoSVG)) }
