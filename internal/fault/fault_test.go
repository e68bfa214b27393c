package fault

import (
	"errors"
	"fmt"
	"io"
	"testing"
)

func TestWrap_keeps_kind_of_cause(t *testing.T) {
	err := Wrap("unlock", fmt.Errorf("read header: %w", New(Damaged, "parse slot")))
	if KindOf(err) != Damaged || !errors.Is(err, Damaged) {
		t.Fatalf("kind is %v, want damaged", KindOf(err))
	}
	if got, want := err.Error(), "unlock: read header: parse slot: damaged"; got != want {
		t.Errorf("message %q, want %q", got, want)
	}
}

func TestAs_gives_kind_and_cause(t *testing.T) {
	err := As(DiskFull, "save entry", io.ErrShortWrite)
	if !errors.Is(err, DiskFull) || !errors.Is(err, io.ErrShortWrite) || errors.Is(err, Damaged) {
		t.Fatal("kind or cause lost, or a foreign kind matched")
	}
	if Wrap("x", nil) != nil || As(Invalid, "x", nil) != nil {
		t.Error("nil must stay nil")
	}
}

func TestKindOf_foreign_error_is_internal(t *testing.T) {
	if KindOf(io.EOF) != Internal || KindOf(Tampered) != Tampered {
		t.Error("a foreign error is internal, a bare kind itself")
	}
	if Kind(200).String() != "unknown" || len(kindNames) != int(Cancelled)+1 {
		t.Error("every kind needs a name")
	}
}
