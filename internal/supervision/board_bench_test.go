package supervision

import (
	"testing"

	"aftershift/internal/journal"
)

// bigBoard gives a board after years of use: 2,000 items, a quarter of them
// waiting, the rest talked about in 150 sessions that left 600 actions.
func bigBoard(b *testing.B) *Board {
	records := []Record{
		Relationship{ID: 1, Name: "R", Kind: ClinicalSupervisor},
		Session{ID: 99, With: 1, Kind: Individual, Start: day(4000), State: Planned},
	}
	sessions := make([]Session, 150)
	for i := range sessions {
		sessions[i] = Session{
			ID: ID(100 + i), With: 1, Kind: Individual, Start: day(14 * i), State: Closed,
			Opened: day(14 * i), Closed: day(14 * i),
		}
	}
	for i := range 2000 {
		it := AgendaItem{
			ID: ID(1000 + i), Title: "T", Words: "W", Minutes: 10, Urgency: Urgencies()[i%3],
			Entries: []ID{ID(10000 + i), ID(20000 + i)}, Themes: []journal.ThemeID{"safety"}, State: Waiting,
		}
		s := &sessions[i%150]
		if i%4 > 0 {
			it.State, it.Session, it.Outcome = Discussed, s.ID, &Outcome{Session: s.ID, Kind: Decision}
			s.Agenda = append(s.Agenda, it.ID)
		} else {
			it.Carried, it.CarriedFrom = 1, []ID{s.ID}
		}
		records = append(records, it)
	}
	for _, s := range sessions {
		records = append(records, s)
	}
	for i := range 600 {
		a := Action{ID: ID(5000 + i), Text: "A", Owner: Owners()[i%2], State: ToDo, Session: ID(100 + i%150)}
		if i%3 > 0 {
			a.State, a.DoneOn = Done, "2026-03-02"
		}
		records = append(records, a)
	}
	board, err := Load(records)
	if err != nil {
		b.Fatal(err)
	}
	return board
}

func BenchmarkBoard_Basket(b *testing.B) {
	board := bigBoard(b)
	still := func(id ID) journal.Level { return journal.LevelOf(int(id % 11)) }
	for b.Loop() {
		if len(board.Basket(0, still)) != 500 {
			b.Fatal("lost")
		}
	}
}

func BenchmarkBoard_LastTime(b *testing.B) {
	board := bigBoard(b)
	for b.Loop() {
		if last, err := board.LastTime(99); err != nil || len(last.Left) != 500 {
			b.Fatal("lost", err)
		}
	}
}

func BenchmarkBoard_Apply(b *testing.B) {
	board := bigBoard(b)
	c, err := board.Do(PutOnAgenda(99, 1000))
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		c = c.Inverse()
		if err := board.Apply(c); err != nil {
			b.Fatal(err)
		}
	}
}
