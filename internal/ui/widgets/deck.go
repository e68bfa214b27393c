package widgets

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"aftershift/internal/ui/widgets/draw"
)

// NewDeck gives a container that shows the first of its objects, or none; Turn
// brings up another. The others stay in the window, hidden: a change of colours or of the
// text size reaches what is in the window and nothing else.
func NewDeck(objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(onlyFirst{}, objects...)
}

// Turn brings object to the front of deck, which takes it in where it is new.
func Turn(deck *fyne.Container, object fyne.CanvasObject) {
	others := slices.DeleteFunc(slices.Clone(deck.Objects), func(o fyne.CanvasObject) bool { return o == object })
	for _, o := range others {
		o.Hide()
	}
	deck.Objects = append([]fyne.CanvasObject{object}, others...)
	object.Show()
	deck.Refresh()
}

// onlyFirst gives the first object all the room. Those behind it are measured
// when their turn comes.
type onlyFirst struct{}

// Layout fills the deck with its first object.
func (onlyFirst) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	if len(objects) > 0 {
		draw.Place(objects[0], 0, 0, size.Width, size.Height)
	}
}

// MinSize is the first object's.
func (onlyFirst) MinSize(objects []fyne.CanvasObject) fyne.Size {
	if len(objects) == 0 {
		return fyne.Size{}
	}
	return objects[0].MinSize()
}
