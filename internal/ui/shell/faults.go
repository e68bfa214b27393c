package shell

import (
	"strings"

	"aftershift/internal/fault"
	"aftershift/internal/words"
)

// saying is what the window says of a kind of trouble.
type saying struct{ title, text, next string }

// faultWords gives the words for a kind; a kind without words of its own is said
// as one that nobody foresaw.
func faultWords(w *words.Catalog, kind fault.Kind) saying {
	key := "fault." + strings.ReplaceAll(kind.String(), " ", "_")
	if !w.Has(key + ".title") {
		key = "fault.internal"
	}
	return saying{title: w.T(key + ".title"), text: w.T(key + ".text"), next: w.T(key + ".next")}
}

// heldWords gives the words for what a hold keeps from being deleted.
func heldWords(w *words.Catalog) saying {
	return saying{title: w.T("fault.held.title"), text: w.T("fault.held.text"), next: w.T("fault.held.next")}
}
