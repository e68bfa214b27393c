package lists

import (
	"strings"
	"testing"

	"aftershift/internal/ui/uitest"
)

// one gives the only row of a list that is shown.
func one(t *testing.T, shape RowShape, scale float32, c RowContent) *rowView {
	t.Helper()
	l := NewRowList(shape, func(string) RowContent { return c })
	l.SetItems([]RowItem{{ID: "1"}})
	uitest.Show(t, l, scale, 300, 400)
	return l.sheet.shown[0]
}

func TestRowView_found_words_are_bold_where_they_stand(t *testing.T) {
	text := "Dad stood in the doorway the whole time, and the door stayed shut until I left again for the office."
	door := strings.Index(text, "the door ")
	v := one(t, RowShape{ExcerptLines: 2}, 1, RowContent{Title: "Alone", Excerpt: text, Found: []Stretch{{17, 21}, {door + 4, door + 8}}})
	var bold, all string
	lines := map[float32]bool{}
	for _, p := range v.pieces {
		if !p.Visible() {
			continue
		}
		lines[p.Position().Y] = true
		all += p.Text
		if p.TextStyle.Bold {
			bold += p.Text + "|"
		}
		if right := p.Position().X + p.MinSize().Width; right > 300-rowRight+1 {
			t.Errorf("%q ends at %v", p.Text, right)
		}
	}
	if bold != "door|door|" || len(lines) != 2 {
		t.Errorf("bold %q on %d lines", bold, len(lines))
	}
	if shown := strings.TrimSuffix(all, "…"); shown == all || !strings.HasPrefix(text, shown) {
		t.Errorf("shown %q", all)
	}
}

func TestRowView_found_words_go_with_the_next_entry(t *testing.T) {
	c := RowContent{Title: "Alone", Excerpt: "the door", Found: []Stretch{{4, 8}}}
	l := NewRowList(RowShape{ExcerptLines: 2}, func(string) RowContent { return c })
	l.SetItems([]RowItem{{ID: "1"}})
	uitest.Show(t, l, 1, 300, 400)
	c = RowContent{Title: "Alone", Excerpt: "a desk"}
	l.Refresh()
	for _, p := range l.sheet.shown[0].pieces {
		if p.Visible() {
			t.Errorf("%q stays", p.Text)
		}
	}
}

// At larger text a title's second line touched the excerpt below it.
func TestRowView_second_title_line_stands_clear(t *testing.T) {
	for _, scale := range []float32{1, 1.5, 2} {
		v := one(t, RowShape{ExcerptLines: 2, Chips: true}, scale, RowContent{
			Title: "A title that is too long for a single line of this list", Excerpt: "Dad stood there.",
			Chips: []RowChip{{Text: "Safety"}},
		})
		if end, begin := v.second.Position().Y+v.second.MinSize().Height, v.excerpt[0].Position().Y; v.second.Text == "" || end > begin {
			t.Errorf("%v: the title ends at %v, the excerpt begins at %v", scale, end, begin)
		}
		if end := v.chips[0].ground.Position().Y + v.chips[0].ground.Size().Height; end > v.Size().Height-4 {
			t.Errorf("%v: the chips end at %v of %v", scale, end, v.Size().Height)
		}
	}
}

// A long title doesn't take the place of the one line that says whose it is and when.
func TestRowView_long_title_leaves_the_facts(t *testing.T) {
	for _, scale := range []float32{1, 1.5, 2} {
		v := one(t, RowShape{ExcerptLines: 1}, scale, RowContent{Title: "A title that is too long for a single line of this list", Excerpt: "Me, by Sunday"})
		if v.second.Text != "" || !v.excerpt[0].Visible() || v.excerpt[0].Text == "" {
			t.Errorf("%v: the title goes on with %q, the facts say %q", scale, v.second.Text, v.excerpt[0].Text)
		}
	}
}

func TestRowList_fitted_rows_are_as_high_as_what_they_show(t *testing.T) {
	contents := map[string]RowContent{
		"long":  {Title: "A title that is too long for a single line of this list", Check: true},
		"short": {Title: "Safety", Check: true},
		"more":  {Title: "Safety", Excerpt: "two minutes", Check: true},
	}
	l := NewRowList(RowShape{ExcerptLines: 1, Fitted: true}, func(id string) RowContent { return contents[id] })
	l.SetItems([]RowItem{{ID: "long"}, {ID: "short"}, {ID: "more", Heading: "H"}})
	uitest.Show(t, l, 1, 300, 400)
	long, short, more := l.heightOf(0), l.heightOf(1), l.heightOf(2)
	if long <= short || more <= short || l.sheet.shown[1].Size().Height != short {
		t.Errorf("heights %v %v %v", long, short, more)
	}
	if second := l.sheet.shown[0].second; second.Text == "" || second.Position().Y+second.MinSize().Height > long {
		t.Errorf("%q of the long title ends below its row", second.Text)
	}
}
