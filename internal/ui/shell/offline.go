package shell

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage/repository"

	"aftershift/internal/fault"
)

// refuseNetwork takes Fyne's own readers of web addresses away, so that nothing
// in the window can fetch anything. It is called after the Fyne app is made,
// which registers them.
func refuseNetwork() {
	repository.Register("http", refusing{})
	repository.Register("https", refusing{})
}

// refusing is a repository that has nothing and gives nothing.
type refusing struct{}

var errOffline error = fault.New(fault.Permission, "reach the network")

// Exists says no, and gives fault.Permission.
func (refusing) Exists(fyne.URI) (bool, error) { return false, errOffline }

// Reader gives fault.Permission.
func (refusing) Reader(fyne.URI) (fyne.URIReadCloser, error) { return nil, errOffline }

// CanRead says no, and gives fault.Permission.
func (refusing) CanRead(fyne.URI) (bool, error) { return false, errOffline }

// Destroy has nothing to end.
func (refusing) Destroy(string) {}
