package text

import (
	"fmt"
	"math/rand/v2"
	"testing"
)

func TestMarks_moveWithTheWords(t *testing.T) {
	// The text is 0123456789, the mark stands on 3456.
	cases := []struct {
		name     string
		from, to int
		put      string
		want     string
	}{
		{"in front", 0, 0, "xx", "3456"},
		{"at its beginning", 3, 3, "xx", "3456"},
		{"inside", 5, 5, "xx", "34xx56"},
		{"at its end", 7, 7, "xx", "3456"},
		{"behind", 9, 9, "xx", "3456"},
		{"taken out in front", 0, 2, "", "3456"},
		{"taken out across its beginning", 1, 5, "", "56"},
		{"taken out inside", 4, 6, "", "36"},
		{"taken out across its end", 5, 9, "", "34"},
		{"taken out whole", 3, 7, "", ""},
		{"taken out around", 2, 8, "", ""},
		{"put in its place", 3, 7, "xx", ""},
		{"put across its beginning", 1, 5, "xx", "56"},
		{"put across its end", 5, 9, "xx", "34"},
		{"put inside", 4, 6, "xxx", "3xxx6"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			f, _ := newField("0123456789", 400)
			f.SetMarks("a", []Mark{{From: 3, To: 7}})
			f.Replace(c.from, c.to, c.put)
			got := ""
			for _, m := range f.Marks("a") {
				got += f.Slice(m.From, m.To)
			}
			if got != c.want {
				t.Errorf("the mark stands on %q of %q, want %q", got, f.Text(), c.want)
			}
		})
	}
}

func TestMarks_stayInsideTheText(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	f, _ := newField("", 200)
	f.Insert("one two three four five six seven")
	f.SetMarks("a", []Mark{{From: -3, To: 3}, {From: 4, To: 7}, {From: 0, To: 20}, {From: 30, To: 90}, {From: 5, To: 5}})
	if got := fmt.Sprint(len(f.Marks("a")), len(f.MarksIn("a", 6, 7))); got != "4 2" {
		t.Fatalf("marks and those at a place: %s", got)
	}
	for range 2000 {
		switch r.IntN(3) {
		case 0:
			f.Select(r.IntN(f.Len()+1), r.IntN(f.Len()+1))
			f.Erase(Character, false)
		case 1:
			f.Type("é")
		default:
			f.Undo()
		}
		for _, m := range f.Marks("a") {
			if m.From < 0 || m.From >= m.To || m.To > f.Len() {
				t.Fatalf("mark %v in a text of %d", m, f.Len())
			}
		}
	}
}
