package redact

import (
	"errors"
	"slices"
	"testing"

	"aftershift/internal/fault"
	"aftershift/internal/redact/pseudonym"
)

// reviewed gives a review of "Xiadani hopes Xiadani rests. Bliss rests." with a
// sure name twice and an unsure one.
func reviewed(t *testing.T) (*Review, []Finding) {
	t.Helper()
	r := &Review{
		parts: []Part{{Key: "a", Text: "Xia and Xia rest. Bliss too."}, {Key: "b", Text: "Bliss again"}}, decided: map[int]Decision{}, namer: pseudonym.New("", nil, engineOnce().lists), lists: engineOnce().lists, next: 4,
		findings: []Finding{
			{ID: 0, Start: 0, End: 3, Type: TypePerson, Certain: true, Confidence: 0.9, Replacement: "Avrin"},
			{ID: 1, Start: 8, End: 11, Type: TypePerson, Certain: true, Confidence: 0.9, Replacement: "Avrin"},
			{ID: 2, Start: 18, End: 23, Type: TypePerson, Confidence: 0.6, Replacement: "Belcor"},
			{ID: 3, Part: 1, Start: 0, End: 5, Type: TypePerson, Confidence: 0.4, Replacement: "Belcor"},
		},
	}
	return r, r.Findings()
}

func TestReview_Approve_waits_for_open_findings(t *testing.T) {
	r, _ := reviewed(t)
	if _, err := r.Approve(); !errors.Is(err, fault.Conflict) || r.Open() != 2 {
		t.Fatalf("open %d, err %v", r.Open(), err)
	}
	if err := r.Decide(2, Decision{Action: Keep, Everywhere: true}); err != nil {
		t.Fatal(err)
	}
	texts, err := r.Approve()
	if err != nil || texts[0].String() != "Avrin and Avrin rest. Bliss too." || texts[1].String() != "Bliss again" {
		t.Errorf("got %v, %v", texts, err)
	}
}

func TestReview_Decide_rules(t *testing.T) {
	for _, c := range []struct {
		name string
		id   int
		d    Decision
		want error
	}{
		{"certain kept without reason", 0, Decision{Action: Keep, Reason: " "}, fault.Invalid},
		{"certain kept with reason", 0, Decision{Action: Keep, Reason: "a theorist"}, nil},
		{"unknown", 99, Decision{}, fault.NotFound},
		{"own replacement", 2, Decision{Replacement: "the lad"}, nil},
	} {
		r, _ := reviewed(t)
		if err := r.Decide(c.id, c.d); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", c.name, err, c.want)
		}
	}
}

func TestReview_Decide_is_reversible(t *testing.T) {
	r, _ := reviewed(t)
	for _, d := range []Decision{{Action: Keep}, {Action: Mask, Replacement: "the lad"}, {Action: Keep}} {
		if err := r.Decide(2, d); err != nil {
			t.Fatal(err)
		}
		if got, ok := r.Decision(2); !ok || got != d {
			t.Errorf("decision %v, want %v", got, d)
		}
	}
	if r.State(2) != Kept || r.Undo(2) != nil || r.State(2) != Open {
		t.Error("undo must open it again")
	}
	if err := r.Undo(2); !errors.Is(err, fault.NotFound) {
		t.Errorf("undo of nothing gives %v", err)
	}
}

func TestReview_AddMask_takes_every_occurrence(t *testing.T) {
	r, _ := reviewed(t)
	if err := r.AddMask(0, 12, 16, ""); err != nil {
		t.Fatal(err)
	}
	r.MaskAll()
	texts, err := r.Approve()
	if err != nil || texts[0].String() != "Avrin and Avrin […]. Belcor too." {
		t.Errorf("got %v, %v", texts, err)
	}
	if err := r.AddMask(0, 5, 400, "x"); !errors.Is(err, fault.Invalid) {
		t.Errorf("out of range gives %v", err)
	}
	if err := r.AddMask(1, 6, 11, "later"); err != nil || r.Preview(1)[2].Shown != "later" {
		t.Errorf("preview %v, %v", r.Preview(1), err)
	}
}

func TestReview_AddMask_swallows_what_it_overlaps(t *testing.T) {
	r, _ := reviewed(t)
	if err := r.AddMask(0, 1, 6, "they"); err != nil {
		t.Fatal(err)
	}
	first := r.Preview(0)[0]
	if first.Text != "Xia an" || first.Shown != "they" || first.State != Masked {
		t.Errorf("segment %+v", first)
	}
}

func TestReview_Preview_covers_the_text(t *testing.T) {
	r, _ := reviewed(t)
	joined := ""
	states := map[State]int{}
	for _, s := range r.Preview(0) {
		joined += s.Text
		states[s.State]++
	}
	if joined != r.Parts()[0].Text || states[Masked] != 2 || states[Open] != 1 {
		t.Errorf("joined %q, states %v", joined, states)
	}
	if r.Preview(7) != nil {
		t.Error("a part that doesn't exist has no preview")
	}
}

func TestReview_Masked_holds_a_name_that_comes_back_in_a_replacement(t *testing.T) {
	r, _ := reviewed(t)
	r.MaskAll()
	if err := r.Decide(3, Decision{Action: Mask, Replacement: "somebody like Xia"}); err != nil {
		t.Fatal(err)
	}
	if got := r.Masked(); !slices.Contains(got, "Xia") {
		t.Errorf("masked %v, want the name that came back", got)
	}
}

// A file may be called after a word that is only doubtful, and not after one that is
// somebody's name.
func TestReview_MaskedNames(t *testing.T) {
	r := engineOnce().Scan([]Part{{Text: "Switched"}, {Text: "Summer came in. I sat with Summer and her mum."}}, Options{Strict: true})
	r.MaskAll()
	masked, names := r.Masked(), r.MaskedNames()
	if !slices.Contains(names, "Summer") || slices.Contains(names, "Switched") || !slices.Contains(masked, "Switched") {
		t.Errorf("masked %q, of which a file's name: %q", masked, names)
	}
}
