package groups

import (
	"errors"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"aftershift/assets"
	"aftershift/internal/fault"
)

func shipped(t *testing.T) (all []Procedure) {
	t.Helper()
	names, err := fs.Glob(assets.Procedures(), "*.json")
	if err != nil || len(names) == 0 {
		t.Fatal(names, err)
	}
	for _, name := range names {
		raw, _ := fs.ReadFile(assets.Procedures(), name)
		p, err := Parse(raw)
		if err != nil || p.ID+".json" != name {
			t.Errorf("%s: %v", name, err)
		}
		all = append(all, p)
	}
	return all
}

func procedure(t *testing.T, id string) Procedure {
	t.Helper()
	for _, p := range shipped(t) {
		if p.ID == id {
			return p
		}
	}
	t.Fatal("no " + id)
	return Procedure{}
}

var noon = time.Date(2026, 11, 25, 12, 30, 0, 0, time.UTC)

func meeting(presents ...ID) Meeting {
	return Meeting{ID: 9, Group: 2, Procedure: "p", Minutes: 75, Began: noon, Present: []ID{1, 2, 3, 4, 5, 6}, Presents: presents, Clock: &Clock{Since: noon}}
}

// Six cases in 75 minutes get ten minutes each, as the file has them; two get thirty.
func TestProcedure_cases_share_the_time(t *testing.T) {
	p := procedure(t, "round-robin")
	for n, want := range map[int]int{6: 10, 2: 30, 3: 20} {
		ids := []ID{1, 2, 3, 4, 5, 6}[:n]
		sum, each := 0, map[ID]int{}
		for _, s := range p.Steps(ids, 75) {
			sum += s.Planned
			each[s.Of] += s.Planned
		}
		if sum != 75*60 || each[1] != want*60 || each[ID(n)] != want*60 {
			t.Errorf("%d cases: %d minutes, %v", n, sum/60, each)
		}
	}
}

// However many cases and minutes: every case gets the same, no phase less than a minute,
// and what there is isn't gone over where that leaves a minute for each phase.
func TestProcedure_Steps_any(t *testing.T) {
	all := shipped(t)
	rapid.Check(t, func(t *rapid.T) {
		p := rapid.SampledFrom(all).Draw(t, "procedure")
		n, minutes := rapid.IntRange(0, 12).Draw(t, "cases"), rapid.IntRange(0, 300).Draw(t, "minutes")
		var ids []ID
		for i := range n {
			ids = append(ids, ID(i+1))
		}
		each, sum, least := map[int]int{}, 0, true
		for _, s := range p.Steps(ids, minutes) {
			each[s.Case] += s.Planned
			sum += s.Planned
			least = least && s.Planned >= 60
		}
		delete(each, 0)
		for k, v := range each {
			if v != each[1] {
				t.Fatalf("case %d gets %d, the first %d", k, v, each[1])
			}
		}
		if !least {
			t.Fatal("a phase of less than a minute")
		}
		if p.Cases == EachCase && n > 0 && minutes >= p.Minutes(1)+3*n && sum > minutes*60 {
			t.Fatalf("%d of %d minutes", sum/60, minutes)
		}
	})
}

// Everyone in turn goes round from behind whoever presents; who passes speaks last.
func TestMeeting_Voices_go_round(t *testing.T) {
	p := procedure(t, "round-robin")
	m := meeting(3, 5)
	steps := p.Steps(m.Presents, 75)
	at := noon
	for range 2 {
		m = m.Forward(steps, at)
	}
	if s := steps[m.Clock.Step]; s.Who != InTurn || s.Of != 3 || !slices.Equal(m.Voices(s), []ID{4, 5, 6, 1, 2}) {
		t.Fatalf("%+v %v", s, m.Voices(s))
	}
	m = m.Forward(steps, at).Pass(steps) // 4 has spoken, 5 passes
	if got := m.Voices(steps[m.Clock.Step]); !slices.Equal(got, []ID{4, 6, 1, 2, 5}) {
		t.Errorf("5 passed: %v", got)
	}
	for range 4 {
		m = m.Forward(steps, at)
	}
	if s := steps[m.Clock.Step]; s.Name != "Last word" || len(m.Clock.Passed) != 0 {
		t.Errorf("%+v, %+v", s, m.Clock)
	}
	m = m.Back(steps, at)
	if s := steps[m.Clock.Step]; s.Who != InTurn || m.Clock.Voice != 4 {
		t.Errorf("back: %+v, %+v", s, m.Clock)
	}
}

// The clock rests, goes on and takes a minute more; what goes over shortens the closing,
// down to two minutes.
func TestMeeting_clock(t *testing.T) {
	p := procedure(t, "round-robin")
	m := meeting(1)
	steps := p.Steps(m.Presents, 75)
	closing := len(steps) - 1
	m = m.Rest(true, noon.Add(3*time.Minute)).Rest(false, noon.Add(20*time.Minute))
	if got := m.Clock.Elapsed(noon.Add(21 * time.Minute)); got != 4*60 {
		t.Errorf("rested: %d seconds", got)
	}
	m = m.Add(60).Forward(steps, noon.Add(25*time.Minute)) // 8 minutes of 5
	if got := m.Lengths(steps, noon.Add(25*time.Minute)); got[closing] != 7*60 {
		t.Errorf("closing of %d seconds, want 420", got[closing])
	}
	if got := m.Lengths(steps, noon.Add(3*time.Hour)); got[closing] != minClosing {
		t.Errorf("closing of %d seconds", got[closing])
	}
}

// Whatever is pressed in whatever order, the meeting is valid and within its steps.
func TestMeeting_any_keys(t *testing.T) {
	all := shipped(t)
	rapid.Check(t, func(t *rapid.T) {
		m := meeting([]ID{1, 2, 3, 4, 5, 6}[:rapid.IntRange(0, 6).Draw(t, "cases")]...)
		steps := rapid.SampledFrom(all).Draw(t, "procedure").Steps(m.Presents, m.Minutes)
		at := noon
		for range rapid.IntRange(0, 40).Draw(t, "keys") {
			at = at.Add(time.Duration(rapid.IntRange(-100, 100_000).Draw(t, "seconds")) * time.Second)
			switch rapid.IntRange(0, 5).Draw(t, "key") {
			case 0:
				m = m.Back(steps, at)
			case 1:
				m = m.Rest(rapid.Bool().Draw(t, "rest"), at)
			case 2:
				m = m.Add(60)
			case 3:
				m = m.Pass(steps)
			default:
				m = m.Forward(steps, at)
			}
			if err := m.Validate(); err != nil || m.Clock.Step >= max(len(steps), 1) {
				t.Fatalf("%v: %+v of %d", err, m.Clock, len(steps))
			}
			_ = m.Lengths(steps, at)
		}
	})
}

// bare is a Refusal without its names.
type bare struct {
	Line         int
	Reason, What string
}

// A malformed run-sheet is refused with its line and the reason, and without its words.
func TestParse_refuses_with_line_and_reason(t *testing.T) {
	head := "{\n\"id\":\"x\",\"name\":\"secret\",\"about\":\"\",\"source\":\"own\",\"as_of\":\"2026-11-28\","
	phase := `{"name":"A","says":"","minutes":5,"who":"all"}`
	for raw, want := range map[string]bare{
		"":                                     {1, "json", ""},
		head + "\n\"phases\":7}":               {3, "type", "phases"},
		head + "\n\"colour\":1}":               {3, "field", "colour"},
		head + "\"phases\":[]}":                {1, "phases", "phases"},
		head + "\"phases\":[" + phase + "]} 7": {2, "more", ""},
		head + `"cases":"two","phases":[` + phase + `]}`:                              {1, "cases", "cases"},
		head + `"phases":[{"name":"A","says":"","minutes":0,"who":"all"}]}`:           {1, "minutes", "1"},
		head + `"phases":[{"name":"A","says":"","minutes":5,"who":"cat"}]}`:           {1, "who", "1"},
		head + `"phases":[{"name":"A","says":"","minutes":5,"who":"presenter"}]}`:     {1, "who", "1"},
		head + `"cases":"one","phases":[` + phase + `]}`:                              {1, "together", "phases"},
		strings.Replace(head, `"source":"own",`, "", 1) + `"phases":[` + phase + `]}`: {1, "source", "source"},
		head + `"phases":[` + strings.Repeat(phase+",", 30) + phase + `]}`:            {1, "phases", "phases"},
		`{"id":"` + strings.Repeat("x", MaxProcedure) + `"}`:                          {1, "long", ""},
	} {
		_, err := Parse([]byte(raw))
		var got *Refusal
		if !errors.As(err, &got) || bare(*got) != want || fault.KindOf(err) != fault.Invalid {
			t.Errorf("%.200s\n%+v (%v), want %+v", raw, got, err, want)
		}
		if err != nil && strings.Contains(err.Error(), "secret") {
			t.Errorf("the error quotes: %v", err)
		}
	}
}

// However malformed, a run-sheet is read or refused, and what is read can be held.
func FuzzParse(f *testing.F) {
	f.Add([]byte(`{"id":"x","name":"X","about":"","source":"own","as_of":"2026-01-01","cases":"each","phases":[{"name":"A","says":"","minutes":5,"who":"turn","case":true}]}`))
	f.Fuzz(func(t *testing.T, raw []byte) {
		p, err := Parse(raw)
		if err != nil {
			return
		}
		m := meeting(1, 2)
		steps := p.Steps(m.Presents, 10)
		for range steps {
			m = m.Forward(steps, noon)
		}
		_ = m.Lengths(steps, noon)
	})
}
