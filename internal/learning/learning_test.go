package learning

import (
	"errors"
	"math/rand"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"aftershift/internal/fault"
	"aftershift/internal/supervision"
)

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// drawLog draws hours of up to three years around the turn of one.
func drawLog(t *rapid.T) Log {
	l := Log{Since: "2024-06-03", Today: "2026-02-01", Credentials: map[ID]string{1: "LCSW", 2: ""}}
	for i := range rapid.IntRange(0, 60).Draw(t, "lines") {
		l.Hours = append(l.Hours, Hours{
			ID: ID(i + 1), Week: WeekOf(Date("2024-05-20").AddDays(rapid.IntRange(0, 620).Draw(t, "day"))),
			Kind: rapid.SampledFrom(HoursKinds()[:6]).Draw(t, "kind"), Minutes: 15 * rapid.IntRange(1, 160).Draw(t, "quarters"),
			With: ID(rapid.IntRange(1, 2).Draw(t, "with")), Entered: "2026-02-01",
		})
	}
	return l
}

// The order in which hours were entered, and whether a week's hours stand in one line
// or in several, change no verdict.
func TestJudge_order_and_parts_change_nothing(t *testing.T) {
	packs := []Pack{shipped(t, "california"), shipped(t, "connecticut"), shipped(t, "alabama"), shipped(t, "generic")}
	rapid.Check(t, func(t *rapid.T) {
		l := drawLog(t)
		p := rapid.SampledFrom(packs).Draw(t, "pack")
		was := Judge(p, l)
		other := l
		other.Hours = nil
		for _, h := range l.Hours {
			part := rapid.IntRange(0, h.Minutes).Draw(t, "part")
			for _, n := range []int{part, h.Minutes - part} {
				if h.Minutes = n; n > 0 {
					other.Hours = append(other.Hours, h)
				}
			}
		}
		rand.New(rand.NewSource(int64(rapid.Int().Draw(t, "seed")))).Shuffle(len(other.Hours), func(i, j int) {
			other.Hours[i], other.Hours[j] = other.Hours[j], other.Hours[i]
		})
		if is := Judge(p, other); !reflect.DeepEqual(was, is) {
			t.Fatalf("%+v\n%+v", was, is)
		}
	})
}

// Wherever the hours were spent, in one zone or on a journey, in one go or in parts, and
// whether a year ends between them: each minute counts once, in the week of its own
// calendar, and the total of all is what was spent.
func TestJudge_zones_and_year_ends_lose_nothing(t *testing.T) {
	p := shipped(t, "generic")
	rapid.Check(t, func(t *rapid.T) {
		l, spent, byWeek := Log{Today: "2026-02-01"}, 0, map[Date]int{}
		for i := range rapid.IntRange(0, 30).Draw(t, "visits") {
			zone := time.FixedZone("", 900*rapid.IntRange(-48, 56).Draw(t, "offset"))
			day := Date("2025-12-15").AddDays(rapid.IntRange(0, 40).Draw(t, "day"))
			at := time.Date(day.Time().Year(), day.Time().Month(), day.Time().Day(), rapid.IntRange(0, 23).Draw(t, "hour"), rapid.IntRange(0, 59).Draw(t, "minute"), 0, 0, zone)
			n := rapid.IntRange(1, 600).Draw(t, "minutes")
			part := rapid.IntRange(0, n-1).Draw(t, "part")
			for j, minutes := range []int{part, n - part} {
				if minutes > 0 {
					l.Hours = append(l.Hours, Hours{ID: ID(2*i + j + 1), Week: WeekAt(at), Kind: DirectClient, Minutes: minutes, Entered: "2026-02-01"})
				}
			}
			spent += n
			byWeek[WeekOf(day)] += n
		}
		for _, v := range Judge(p, l) {
			if v.Rule.ID == "total" && v.Have != spent {
				t.Fatalf("%d minutes of %d", v.Have, spent)
			}
		}
		for _, h := range l.Hours {
			byWeek[h.Week] -= h.Minutes
		}
		for week, left := range byWeek {
			if left != 0 {
				t.Fatalf("the week of %s: %d minutes too few", week, left)
			}
		}
	})
}

// A week is that of the day in the zone where it was spent, and is one week across
// the end of a year.
func TestWeekOf_zones_and_years(t *testing.T) {
	for d, want := range map[Date]Date{
		"2025-12-28": "2025-12-22", "2025-12-29": "2025-12-29", "2026-01-01": "2025-12-29", "2026-01-04": "2025-12-29", "2026-01-05": "2026-01-05", "": "",
	} {
		if got := WeekOf(d); got != want {
			t.Errorf("%s is in the week of %s, want %s", d, got, want)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		zone := time.FixedZone("", rapid.IntRange(-12*3600, 14*3600).Draw(t, "offset"))
		d := Date("1999-12-01").AddDays(rapid.IntRange(0, 20000).Draw(t, "day"))
		at := time.Date(d.Time().Year(), d.Time().Month(), d.Time().Day(), rapid.IntRange(0, 23).Draw(t, "hour"), 59, 59, 0, zone)
		if WeekAt(at) != WeekOf(d) {
			t.Fatalf("%v: %s, want %s", at, WeekAt(at), WeekOf(d))
		}
		if w := WeekOf(d); WeekOf(w) != w || w > d || w.DaysUntil(d) > 6 {
			t.Fatalf("%s: %s", d, w)
		}
	})
}

// Shares, and kinds of rule that nobody knows.
func TestJudge_shares_and_unknown_kinds(t *testing.T) {
	p, err := Parse([]byte(`{"id":"x","for":"hours","name":"X","source":"s","as_of":"2026-01-01","quote":"q","rules":[
		{"id":"half","kind":"share","name":"Half","of":["group"],"within":["group","individual"],"percent":50},
		{"id":"moon","kind":"phase_of_moon","name":"Moon"},
		{"id":"later","kind":"total","name":"Later","hours":1,"valid_from":"2027-01-01"}]}`))
	must(t, err)
	l := newLog("", "2026-03-05").add("2026-03-02", GroupHours, 2, 1).add("2026-03-02", Individual, 2, 1)
	check(t, p, l.Log, want{"half", Met, 120, 120}, want{"moon", Told, 0, 0}, want{"later", Told, 0, 0})
	l.add("2026-03-02", GroupHours, 0.25, 1)
	check(t, p, l.Log, want{"half", Beyond, 135, 127})
}

// bare is a Refusal without its names.
type bare struct {
	Line         int
	Reason, What string
}

// A malformed pack is refused with its line and the reason, and without its words.
func TestParse_refuses_with_line_and_reason(t *testing.T) {
	head := "{\n\"id\":\"x\",\"for\":\"hours\",\"name\":\"X\",\n\"source\":\"s\",\"as_of\":\"2026-01-01\",\"quote\":\"secret\","
	for raw, want := range map[string]bare{
		"":                                  {1, "json", ""},
		head + "\n\"rules\":[{]}":           {4, "json", ""},
		head + "\n\"rules\":7}":             {4, "type", "rules"},
		head + "\n\"colour\":1}":            {4, "field", "colour"},
		head + "\n\"year_from\":\"13-01\"}": {4, "day", "year_from"},
		head + "\n\"rules\":[]} 7":          {4, "more", ""},
		"{\n\"id\":\"x\",\"for\":\"hours\",\"name\":\"X\"}":                                                                                 {2, "source", "id"},
		head + "\n\"rules\":[\n{\"id\":\"a\",\"kind\":\"total\",\"name\":\"A\",\"hours\":-1}]}":                                             {5, "figure", "a"},
		head + "\n\"rules\":[\n{\"id\":\"a\",\"kind\":\"share\",\"name\":\"A\",\"percent\":101}]}":                                          {5, "figure", "a"},
		head + "\n\"rules\":[\n{\"id\":\"a\",\"kind\":\"total\",\"name\":\"A\",\"hours\":1,\"of\":[\"tea\"]}]}":                             {5, "of", "a"},
		head + "\n\"rules\":[\n{\"id\":\"a\",\"kind\":\"zzz\",\"name\":\"A\",\"valid_from\":\"2026-02-01\",\"valid_to\":\"2026-01-01\"}]}":  {5, "valid", "a"},
		head + "\n\"rules\":[{\"id\":\"a\",\"kind\":\"zzz\",\"name\":\"A\"},\n{\"id\":\"a\",\"kind\":\"zzz\",\"name\":\"A\"}]}":             {4, "rule", "a"},
		head + "\n\"rules\":[{\"id\":\"a\",\"kind\":\"ratio\",\"name\":\"A\",\"least\":1,\n\"units\":[{\"of\":[\"group\"],\"hours\":0}]}]}": {4, "figure", "a"},
	} {
		_, err := Parse([]byte(raw))
		var got *Refusal
		if !errors.As(err, &got) || bare(*got) != want || fault.KindOf(err) != fault.Invalid {
			t.Errorf("%s\n%+v (%v), want %+v", raw, got, err, want)
		}
		if err != nil && strings.Contains(err.Error(), "secret") {
			t.Errorf("the error quotes: %v", err)
		}
	}
}

// However malformed, a pack is read or refused, and what is read can be judged.
func FuzzParse(f *testing.F) {
	f.Add([]byte(`{"id":"x","for":"hours","name":"X","source":"s","as_of":"2026-01-01","quote":"q","rules":[{"id":"a","kind":"ratio","name":"A","least":1,"units":[{"of":["group"],"hours":0.001}]}]}`))
	l := newLog("2025-01-06", "2026-03-05").add("2026-03-02", GroupHours, 2, 1).add("2026-03-02", Psychotherapy, 12, 1)
	f.Fuzz(func(t *testing.T, raw []byte) {
		if p, err := Parse(raw); err == nil {
			Judge(p, l.Log)
		}
	})
}

// boardWith returns a board with a supervisor (1) and one line of hours (9).
func boardWith(t *testing.T) *supervision.Board {
	t.Helper()
	b := supervision.NewBoard(Kinds()...)
	do(t, b, supervision.AddRelationship(supervision.Relationship{ID: 1, Name: "Ruth", Kind: supervision.ClinicalSupervisor}))
	do(t, b, LogHours(Hours{ID: 9, Week: "2026-03-02", Kind: Individual, Minutes: 60, With: 1, Entered: "2026-03-06"}))
	return b
}

func do(t *testing.T, b *supervision.Board, op supervision.Op) supervision.Change {
	t.Helper()
	c, err := b.Do(op)
	must(t, err)
	must(t, b.Check())
	return c
}

func refused(t *testing.T, b *supervision.Board, kind fault.Kind, op supervision.Op) {
	t.Helper()
	if _, err := b.Do(op); fault.KindOf(err) != kind {
		t.Errorf("%v, want %v", err, kind)
	}
}

// A correction keeps the old value and takes the signature with it; nothing is signed
// before its week is over, before a correction, or in the future; what was signed is
// never removed.
func TestHours_corrections_and_signatures(t *testing.T) {
	b := boardWith(t)
	is := func() Hours { return AllHours(b)[0] }
	refused(t, b, fault.Invalid, SignHours([]ID{9}, "2026-03-05", "", "2026-03-20"))
	refused(t, b, fault.Invalid, SignHours([]ID{9}, "2026-03-21", "", "2026-03-20"))
	refused(t, b, fault.NotFound, SignHours([]ID{8}, "2026-03-06", "", "2026-03-20"))
	do(t, b, SignHours([]ID{9}, "2026-03-06", "Blue folder", "2026-03-20"))
	refused(t, b, fault.Conflict, RemoveHours(9))
	c := do(t, b, CorrectHours(9, 90, "Ran over.", "2026-03-19"))
	if h := is(); h.Minutes != 90 || h.Signed != "" || !slices.Equal(h.Was, []Correction{{"2026-03-19", 60, 1, "Ran over.", "2026-03-06"}}) {
		t.Errorf("corrected: %+v", h)
	}
	refused(t, b, fault.Conflict, RemoveHours(9))
	refused(t, b, fault.Invalid, SignHours([]ID{9}, "2026-03-18", "", "2026-03-20"))
	do(t, b, SignHours([]ID{9}, "2026-03-19", "", "2026-03-20"))
	do(t, b, SignHours([]ID{9}, "", "", "2026-03-20"))
	_, err := b.Do(c.Inverse().Op())
	must(t, err)
	if h := is(); h.Minutes != 60 || h.Signed != "2026-03-06" || h.KeptAt != "Blue folder" {
		t.Errorf("taken back: %+v", h)
	}
	do(t, b, LogHours(Hours{ID: 10, Week: "2026-03-09", Kind: DirectClient, Minutes: 600, Entered: "2026-03-13"}))
	do(t, b, RemoveHours(10))
	refused(t, b, fault.NotFound, LogHours(Hours{ID: 11, Week: "2026-03-09", Kind: Individual, Minutes: 60, With: 7, Entered: "2026-03-13"}))
	refused(t, b, fault.Invalid, LogHours(Hours{ID: 11, Week: "2026-03-10", Kind: Individual, Minutes: 60, Entered: "2026-03-13"}))
}

// What is forgotten of the journal leaves evidence of it and links to it, no words.
func TestForgetEntries_takes_evidence(t *testing.T) {
	b := boardWith(t)
	do(t, b, AddPiece(Piece{ID: 20, Title: "Speaking first", Date: "2026-03-12", Entries: []ID{100, 101}, Peer: "Seen."}))
	do(t, b, AddEvidence(Evidence{ID: 21, Set: "pcf", Domain: "6", Entry: 100, On: "2026-03-12"}))
	do(t, b, AddEvidence(Evidence{ID: 22, Set: "pcf", Domain: "6", Piece: 20, On: "2026-03-12"}))
	do(t, b, supervision.ForgetEntries(100))
	if p := Pieces(b)[0]; !slices.Equal(p.Entries, []ID{101}) || p.Title != "Speaking first" {
		t.Errorf("%+v", p)
	}
	if all := AllEvidence(b, "pcf"); len(all) != 1 || all[0].ID != 22 {
		t.Errorf("%+v", all)
	}
	rows := MapOf(shipped(t, "pcf"), AllEvidence(b, "pcf"))
	if len(rows) != 9 || rows[5].Count[FromPiece] != 1 || rows[5].Last != "2026-03-12" || !rows[5].Thin("2026-03-20") || rows[0].All() != 0 {
		t.Errorf("%+v", rows)
	}
	do(t, b, RemovePiece(20))
	if len(Pieces(b))+len(AllEvidence(b, "pcf")) != 0 {
		t.Error("the piece is left, or its evidence")
	}
}

func TestChoose_one_for_each_purpose(t *testing.T) {
	b := boardWith(t)
	do(t, b, Choose(Choice{ID: 30, For: ForHours, Pack: "california"}))
	do(t, b, Choose(Choice{ID: 31, For: ForCPD, Pack: "england"}))
	c := do(t, b, Choose(Choice{ID: 32, For: ForHours, Pack: "alabama", Since: "2024-01-01"}))
	if now, is := Chosen(b, ForHours); !is || now.Pack != "alabama" || len(supervision.Each[Choice](b, nil)) != 2 {
		t.Errorf("%+v", now)
	}
	_, err := b.Do(c.Inverse().Op())
	must(t, err)
	if now, _ := Chosen(b, ForHours); now.Pack != "california" {
		t.Errorf("taken back: %+v", now)
	}
	do(t, b, Unchoose(ForHours))
	if _, is := Chosen(b, ForHours); is {
		t.Error("still chosen")
	}
}

func TestSigning_counts_by_age_and_supervisor(t *testing.T) {
	l := newLog("", "2026-03-18") // a Wednesday
	l.add("2026-03-16", Individual, 1, 1).add("2026-03-09", DirectClient, 20, 1).add("2026-02-09", Individual, 1, 2).add("2026-02-02", Individual, 1, 2)
	if u := UnsignedOf(l.Hours, l.Today); u != (Unsigned{1, 1, 2}) {
		t.Errorf("%+v", u)
	}
	b := boardWith(t)
	l.Hours[3].Signed = "2026-02-08"
	all := SigningOf(b, l.Hours)
	if len(all) != 2 || all[0].With != 1 || all[0].ToSign != 2 || all[0].Oldest != "2026-03-09" || all[1].ToSign != 1 || all[1].Unkept != 1 || all[1].Weeks != 2 {
		t.Errorf("%+v", all)
	}
	if sheet := Sheet(l.Hours, 1, "2026-03-01", "2026-03-31"); len(sheet) != 2 || sheet[0].Week != "2026-03-09" {
		t.Errorf("%+v", sheet)
	}
}

func TestMilestones(t *testing.T) {
	p := shipped(t, "asye")
	all := MilestonesOf(p, "2025-11-30")
	if all[0].On != "2026-02-28" || all[1].On != "2026-05-30" || all[2].On != "2026-11-30" {
		t.Errorf("%+v", all)
	}
	next, is := NextMilestone(p, "2025-11-30", "2026-03-01")
	if _, over := NextMilestone(p, "2025-11-30", "2026-12-01"); !is || next.Months != 6 || over {
		t.Errorf("%+v", next)
	}
}

// A table of hours is read whole or not at all, and every wrong line is named.
func TestReadTable(t *testing.T) {
	rows, err := ReadTable([]byte("\ufeffWeek,Hours,Kind,Supervisor,Name,Note\n2026-03-04,1,individual,Ruth,,\n2026-03-02,\"21,5\",client,Ruth,,by phone\n2026-03-02,1:30,own,,Court,\n"), "2026-03-20")
	must(t, err)
	if len(rows) != 3 || rows[0].Hours.Week != "2026-03-02" || rows[1].Hours.Minutes != 1290 || rows[2].Hours.Own != "Court" || rows[1].Supervisor != "Ruth" || rows[2].Line != 4 {
		t.Errorf("%+v", rows)
	}
	_, err = ReadTable([]byte("week,kind,hours\n2026-03-04,individual,1\nsoon,individual,1\n2026-03-04,tea,1\n2026-03-04,own,1\n2026-03-04,client,200\n2026-04-04,client,2\n2026-03-04,client,-2\n"), "2026-03-20")
	for i, want := range []string{"line 3: week", "line 4: kind", "line 5: text", "line 6: hours", "line 7: future", "line 8: hours"} {
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%d: %v, want %s", i, err, want)
		}
	}
	for _, raw := range []string{"", "week,kind\n", "week,week,kind,hours\n", "week,kind,hours\n\"2026", "week;kind;hours\n2026-03-04;client;2\n"} {
		if _, err := ReadTable([]byte(raw), "2026-03-20"); fault.KindOf(err) != fault.Invalid {
			t.Errorf("%q: %v", raw, err)
		}
	}
}

func TestReadHours(t *testing.T) {
	for typed, want := range map[string]int{"": 0, "1": 60, "21.5": 1290, " 21,25 h": 1275, "0:45": 45, "7:05": 425, ".5": 30, "168": 10080, "1 hr": 60, "2 Hours": 120} {
		if got, ok := ReadHours(typed); !ok || got != want {
			t.Errorf("%q: %d %v", typed, got, ok)
		}
	}
	for _, typed := range []string{"x", "hours", "3 s", "2 ours", "-1", "1:60", "1:5", "168.01", "1e2", "0x10", "1.2.3", "NaN", "Inf", "1_0", "1:30:00"} {
		if got, ok := ReadHours(typed); ok {
			t.Errorf("%q is read as %d", typed, got)
		}
	}
}

// decade is ten years of weekly hours and 500 pieces.
func decade() Log {
	l := newLog("2016-01-04", "2026-01-04")
	l.weekly("2016-01-04", 520, Individual, 1, 1).weekly("2016-01-04", 520, DirectClient, 21.5, 1).weekly("2016-01-04", 520, OtherPractice, 14, 1)
	for i := range 500 {
		l.Pieces = append(l.Pieces, Piece{ID: ID(10_000 + i), Title: "x", Date: Date("2016-01-04").AddDays(7 * i)})
	}
	return l.Log
}

func BenchmarkJudge_decade(b *testing.B) {
	l := decade()
	var t testing.T
	p := shipped(&t, "california")
	for b.Loop() {
		Judge(p, l)
	}
}
