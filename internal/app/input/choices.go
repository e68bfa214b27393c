package input

import (
	"aftershift/internal/journal"
	"aftershift/internal/search"
	"aftershift/internal/supervision"
)

// Choices returns the words of a list that the command line takes, in the order
// to offer them, and nil for a list that isn't known. The readers of this package
// take exactly these.
func Choices(list string) []string {
	switch list {
	case "want":
		return spelled(supervision.Wants())
	case "kind":
		return spelled(supervision.RelationshipKinds())
	case "audience":
		return spelled(supervision.Audiences())
	case "outcome":
		return spelled(supervision.OutcomeKinds())
	case "elsewhere":
		return spelled(supervision.Elsewheres())
	case "worked":
		return spelled([]supervision.Worked{supervision.ItWorked, supervision.WorkedInPart, supervision.DidNotWork})
	case "flag":
		return spelled([]journal.Flag{journal.Next, journal.Urgent, search.AnyFlag})
	}
	return nil
}

func spelled[T ~string](all []T) (words []string) {
	for _, each := range all {
		words = append(words, string(each))
	}
	return words
}

// IsDay reports whether typed is a day as the journal writes it, 2006-01-02.
func IsDay(typed string) bool { return journal.Date(typed).Validate() == nil }
