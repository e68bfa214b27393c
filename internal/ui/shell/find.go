package shell

import "aftershift/internal/ui/editor"

// findWords gives the words of the bar with which one finds in a text.
func (s *Shell) findWords() editor.FindWords {
	return editor.FindWords{
		PlaceHolder: s.t("shell.find.what"),
		Count: func(present, count int) string {
			switch {
			case count == 0:
				return s.t("shell.find.none")
			case present == 0:
				return s.t("shell.find.all", count)
			}
			return s.t("shell.find.count", present, count)
		},
	}
}
