package manual

import (
	"cmp"
	"slices"
	"strings"

	"github.com/alecthomas/kong"
)

// An Offer is one way to go on with what is being typed.
type Offer struct{ Text, About string }

// Complete returns what can stand in place of the last of words, which is typed
// in part: a command, a flag, or a word of the list that choices returns for a
// flag or an argument. It returns nothing where any text or a file can stand, so
// that the shell offers its files.
func Complete(root *kong.Node, words []string, choices func(*kong.Value) []string) []Offer {
	if len(words) == 0 {
		words = []string{""}
	}
	typed := words[len(words)-1]
	node, open := walk(root, words[:len(words)-1])
	var all []Offer
	name, value, joined := strings.Cut(typed, "=")
	switch {
	case open != nil:
		all = listed(choices(open), "")
	case joined && flagNamed(node, name) != nil:
		all, typed = listed(choices(flagNamed(node, name)), name+"="), name+"="+value
	case strings.HasPrefix(typed, "-"):
		all = flags(node)
	case !node.Leaf():
		all = commands(node)
	case len(node.Positional) > 0:
		all = listed(choices(node.Positional[0]), "")
	}
	return slices.DeleteFunc(all, func(o Offer) bool { return !strings.HasPrefix(o.Text, typed) })
}

// walk follows the words that are whole to the command that they name, and
// returns the flag whose value comes next, nil for none.
func walk(node *kong.Node, words []string) (at *kong.Node, open *kong.Value) {
	for _, word := range words {
		if open != nil {
			open = nil
			continue
		}
		if strings.HasPrefix(word, "--") {
			if f := flagNamed(node, word); f != nil && !f.IsBool() {
				open = f
			}
			continue
		}
		for _, below := range node.Children {
			if below.Name == word {
				node = below
				break
			}
		}
	}
	return node, open
}

// flagNamed returns a flag of node, or of what is above it, by its name with both
// hyphens; nil for none and for a hidden one.
func flagNamed(node *kong.Node, spelled string) *kong.Value {
	for _, group := range node.AllFlags(true) {
		for _, f := range group {
			if "--"+f.Name == spelled {
				return f.Value
			}
		}
	}
	return nil
}

// flags returns the flags that node takes, those of every command among them, by name.
func flags(node *kong.Node) (all []Offer) {
	for _, group := range node.AllFlags(true) {
		for _, f := range group {
			all = append(all, Offer{"--" + f.Name, f.Help})
		}
	}
	slices.SortFunc(all, func(a, b Offer) int { return cmp.Compare(a.Text, b.Text) })
	return all
}

// commands returns what stands just below node, but for what is hidden.
func commands(node *kong.Node) (all []Offer) {
	for _, below := range node.Children {
		if !below.Hidden {
			all = append(all, Offer{below.Name, below.Help})
		}
	}
	return all
}

// listed returns the words with prefix before each, since a shell replaces all of the
// word that is being typed: --flag= too.
func listed(words []string, prefix string) (all []Offer) {
	for _, word := range words {
		all = append(all, Offer{Text: prefix + word})
	}
	return all
}
