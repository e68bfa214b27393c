package line

import (
	"testing"

	"aftershift/internal/journal"
)

func TestRead(t *testing.T) {
	level := journal.LevelOf
	for line, want := range map[string]Tags{
		"":                     {},
		"7":                    {Hit: level(7)},
		"7 4":                  {Hit: level(7), Carrying: level(4)},
		" 10  0 ":              {Hit: level(10), Carrying: level(0)},
		"- 4":                  {Carrying: level(4)},
		"7 4 court work":       {Hit: level(7), Carrying: level(4), Theme: "court work"},
		"7 4 court !":          {Hit: level(7), Carrying: level(4), Theme: "court", Flag: journal.Next},
		"! 7 court":            {Hit: level(7), Theme: "court", Flag: journal.Next},
		"!!":                   {Flag: journal.Urgent},
		"section 47":           {Theme: "section 47"},
		"7 4 3":                {Hit: level(7), Carrying: level(4), Theme: "3"},
		"11 court":             {Theme: "11 court"},
		"7 court, mental !! 2": {Hit: level(7), Theme: "court, mental 2", Flag: journal.Urgent},
	} {
		if got := Read(line); got != want {
			t.Errorf("%q is %+v, want %+v", line, got, want)
		}
	}
}
