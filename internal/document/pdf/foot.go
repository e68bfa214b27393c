package pdf

import (
	"strings"

	"aftershift/internal/document"
)

// numberRoom is how much of the foot's width is left for the page's number.
const numberRoom = 90.0

// Footer writes the words that say what this is, and the page's number, at the foot of
// every page. They are the words that newSheet has left room for.
func (s *sheet) Footer(document.Phrase) {
	s.start(0)
	s.end()
	pages := len(s.marks)
	for page := 1; page <= pages; page++ {
		s.pdf.SetPage(page)
		s.font = style{}
		y := s.height - footLine - s.footMore()
		s.rule(side, y-6, s.measure(), 0.6, line)
		number := shown(document.Label("document.page", page, pages).Runs(s.words))
		s.artifact(func() {
			for i, l := range s.foot {
				s.set(side, y+float64(i)*footStyle.leading, footStyle, l)
			}
			s.set(s.width-side-footWidth(number), y, footStyle, number)
		})
	}
}

func footWidth(runs []document.Run) float64 {
	sum := 0.0
	for _, r := range runs {
		sum += footStyle.width(r)
	}
	return sum
}

// oneLine gives runs with a space for every line feed.
func oneLine(runs []document.Run) []document.Run {
	for i := range runs {
		runs[i].Text = strings.ReplaceAll(runs[i].Text, "\n", " ")
	}
	return runs
}
