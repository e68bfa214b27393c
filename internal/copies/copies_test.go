package copies

import (
	"errors"
	"testing"
	"time"

	"aftershift/internal/fault"
	"aftershift/internal/supervision"
)

func line(id ID, day int) SharedCopy {
	return SharedCopy{ID: id, At: time.Date(2026, 3, day, 9, 0, 0, 0, time.UTC), Kind: "agenda", Format: "pdf"}
}

func do(t *testing.T, b *supervision.Board, op supervision.Op) supervision.Change {
	t.Helper()
	c, err := b.Do(op)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestRegister(t *testing.T) {
	b := supervision.NewBoard(Kinds()...)
	do(t, b, Enter(line(1, 2)))
	do(t, b, Enter(line(2, 4)))
	again := line(1, 2)
	again.File = "agenda.pdf"
	do(t, b, Enter(again))
	if all := SharedCopies(b); len(all) != 2 || all[0].ID != 2 || all[1].File != "agenda.pdf" {
		t.Errorf("the register is %+v", all)
	}
	back := do(t, b, Withdraw(2, "2026-03-05"))
	if got := SharedCopies(b)[0].Withdrawn; got != "2026-03-05" {
		t.Errorf("withdrawn %q", got)
	}
	if err := b.Apply(back.Inverse()); err != nil || SharedCopies(b)[0].Withdrawn != "" {
		t.Errorf("not taken back: %v", err)
	}
	do(t, b, Strike(2))
	if c := do(t, b, Strike(2)); len(c.After) != 0 || len(SharedCopies(b)) != 1 {
		t.Errorf("struck again: %+v", c)
	}
}

func TestRegister_refuses(t *testing.T) {
	b := supervision.NewBoard(Kinds()...)
	for name, spoil := range map[string]func(*SharedCopy){
		"no id":            func(s *SharedCopy) { s.ID = 0 },
		"no such paper":    func(s *SharedCopy) { s.Kind = "poem" },
		"no format":        func(s *SharedCopy) { s.Format = " " },
		"no such audience": func(s *SharedCopy) { s.Audience = "the press" },
		"no such day":      func(s *SharedCopy) { s.Withdrawn = "2026-02-30" },
	} {
		s := line(1, 2)
		spoil(&s)
		if _, err := b.Do(Enter(s)); !errors.Is(err, fault.Invalid) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := b.Do(Withdraw(9, "2026-03-05")); !errors.Is(err, fault.NotFound) {
		t.Errorf("withdraw one that isn't there: %v", err)
	}
}
