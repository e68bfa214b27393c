package journal

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"aftershift/internal/fault"
)

func visit() OwnTemplate {
	return OwnTemplate{ID: OwnID(7), Name: " After a  visit ", Sections: []OwnSection{{Name: "Noticed", Prompt: "With which sense?"}, {Name: "To do"}}}
}

func TestOwnTemplates_Put(t *testing.T) {
	all, made, err := OwnTemplates(nil).Put(visit())
	if err != nil || made.Name != "After a visit" || made.Sections[0].Key == made.Sections[1].Key {
		t.Fatalf("%+v, %v", made, err)
	}
	if got := all.Template(made.ID); !slices.Equal(got.Sections, []string{made.Sections[0].Key, made.Sections[1].Key}) || !got.More {
		t.Errorf("arranged by %+v", got)
	}
	changed := made
	changed.Sections = []OwnSection{{Name: "New"}, {Key: made.Sections[1].Key, Name: "Next steps"}}
	all, now, err := all.Put(changed)
	if err != nil || len(now.Offered()) != 2 || now.Sections[0].Key == made.Sections[0].Key || now.Sections[1].Key != made.Sections[1].Key {
		t.Fatalf("%+v, %v", now, err)
	}
	if s, known := all.Section(made.Sections[0].Key); !known || s.Name != "Noticed" {
		t.Errorf("what was written under a section that is gone is headed %q", s.Name)
	}
	all, err = all.Remove(made.ID)
	if err != nil || len(all.Offered()) != 0 {
		t.Errorf("%v, %v", all.Offered(), err)
	}
	if s, known := all.Section(made.Sections[1].Key); !known || s.Name != "Next steps" {
		t.Errorf("what was written in a template that is gone is headed %q", s.Name)
	}
}

func TestOwnTemplates_Put_refuses(t *testing.T) {
	all, _, err := OwnTemplates(nil).Put(visit())
	if err != nil {
		t.Fatal(err)
	}
	long := string(make([]byte, 400))
	for name, c := range map[string]struct {
		change func(*OwnTemplate)
		want   fault.Kind
	}{
		"no name":            {func(o *OwnTemplate) { o.Name = " " }, fault.Invalid},
		"no section":         {func(o *OwnTemplate) { o.Sections = nil }, fault.Invalid},
		"no heading":         {func(o *OwnTemplate) { o.Sections = []OwnSection{{Prompt: "Why?"}} }, fault.Invalid},
		"too long":           {func(o *OwnTemplate) { o.Sections = []OwnSection{{Name: "x" + long}} }, fault.Invalid},
		"too much":           {func(o *OwnTemplate) { o.Sections = make([]OwnSection, MaxOwnSections+1) }, fault.Invalid},
		"the name of a kept": {func(o *OwnTemplate) { o.ID, o.Name = OwnID(8), "AFTER A VISIT" }, fault.Conflict},
	} {
		o := visit()
		o.Sections = slices.Clone(o.Sections)
		c.change(&o)
		if _, _, err := all.Put(o); fault.KindOf(err) != c.want {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// Whatever is done with a template, what was written in any section it ever had keeps a
// heading, and keys are never given twice.
func TestOwnTemplates_keep_every_heading(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		all, made, err := OwnTemplates(nil).Put(visit())
		if err != nil {
			t.Fatal(err)
		}
		seen := map[string]bool{}
		for range rapid.IntRange(1, 8).Draw(t, "changes") {
			for _, s := range made.Sections {
				seen[s.Key] = true
			}
			if rapid.Bool().Draw(t, "remove") {
				if all, err = all.Remove(made.ID); err != nil {
					t.Fatal(err)
				}
			}
			next := made
			next.Sections = nil
			for _, s := range made.Offered() {
				if rapid.Bool().Draw(t, "stays") {
					next.Sections = append(next.Sections, s)
				}
			}
			for range rapid.IntRange(0, 2).Draw(t, "new") {
				next.Sections = append(next.Sections, OwnSection{Name: "New"})
			}
			if len(next.Sections) == 0 || len(next.Sections) > MaxOwnSections {
				continue
			}
			if all, made, err = all.Put(next); err != nil {
				t.Fatal(err)
			}
			keys := map[string]bool{}
			for _, s := range made.Sections {
				if keys[s.Key] || s.Key == "" {
					t.Fatalf("key %q twice in %+v", s.Key, made.Sections)
				}
				keys[s.Key] = true
			}
		}
		for key := range seen {
			if s, known := all.Section(key); !known || s.Name == "" {
				t.Fatalf("%s has no heading", key)
			}
		}
	})
}

// Through own templates and back, every word stands where it was written.
func TestSwitch_own_and_back(t *testing.T) {
	all, made, err := OwnTemplates(nil).Put(visit())
	if err != nil {
		t.Fatal(err)
	}
	own := all.Template(made.ID)
	rapid.Check(t, func(t *rapid.T) {
		home := rapid.SampledFrom(append(slices.Clone(Templates), own)).Draw(t, "home")
		sections := Switch(nil, home)
		for i := range sections {
			sections[i].Text = rapid.SampledFrom([]string{"", "one", "two\n\nthree"}).Draw(t, "text")
		}
		now := sections
		for _, by := range rapid.SliceOfN(rapid.SampledFrom(append(slices.Clone(Templates), own)), 0, 5).Draw(t, "by") {
			now = Switch(now, by)
		}
		if got := Switch(now, home); !slices.Equal(got, sections) {
			t.Fatalf("%v, was %v", got, sections)
		}
	})
}
