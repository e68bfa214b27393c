package supervision

import (
	"errors"
	"reflect"
	"testing"

	"aftershift/internal/fault"
)

func TestChange_says_how_records_were_and_are(t *testing.T) {
	s := newScene(t)
	c := s.must(s.Do(AddItem(AgendaItem{ID: 40, Title: "New"})))
	if c.Label != "undo.add_item" || len(c.Before) != 1 || c.Before[0] != Record(Gone{Key{ItemRecord, 40}}) {
		t.Errorf("made from nothing: %q %v", c.Label, c.Before)
	}
	if it, ok := c.After[0].(AgendaItem); !ok || it.Title != "New" || it.State != Waiting {
		t.Errorf("after: %v", c.After)
	}
	c = s.must(s.Do(PutOnAgenda(soon, fear, speak)))
	if len(c.Before) != 3 || len(c.After) != 3 {
		t.Errorf("two items and a session are touched: %v", c.After)
	}
}

func TestBoard_Apply_refuses_what_changed_since(t *testing.T) {
	s := newScene(t)
	put := s.must(s.Do(PutOnAgenda(soon, fear)))
	s.must(s.Do(EditItem(changed(s.item(fear), func(it *AgendaItem) { it.Title = "Another" }))))
	was := s.Records()
	if err := s.Apply(put.Inverse()); !errors.Is(err, fault.Conflict) {
		t.Errorf("undo over a later change: %v", err)
	}
	if err := s.Apply(Change{After: []Record{Gone{}}}); !errors.Is(err, fault.Invalid) {
		t.Errorf("a change that doesn't pair: %v", err)
	}
	if !reflect.DeepEqual(was, s.Records()) {
		t.Error("refused, but something changed")
	}
}

func TestBoard_Apply_refuses_to_take_away_what_is_leant_on(t *testing.T) {
	s := newScene(t)
	added := s.must(s.Do(AddItem(AgendaItem{ID: 40, Title: "New"})))
	s.must(s.Do(AddAction(Action{ID: 31, Text: "Ask", Owner: Me, Item: 40})))
	was := s.Records()
	if err := s.Apply(added.Inverse()); !errors.Is(err, fault.Conflict) {
		t.Errorf("undo of an item that an action names: %v", err)
	}
	if !reflect.DeepEqual(was, s.Records()) {
		t.Error("refused, but something changed")
	}
}

func TestJoin_undoes_several_operations_as_one(t *testing.T) {
	s := newScene(t)
	was := s.Records()
	add := s.must(s.Do(AddItem(AgendaItem{ID: 40, Title: "New", Words: "W"})))
	put := s.must(s.Do(PutOnAgenda(soon, 40)))
	open := s.must(s.Do(OpenSession(soon, day(14))))
	talk := s.must(s.Do(Discuss(40, Outcome{Kind: Advice})))
	is := s.Records()
	all := Join("all", add, put, open, talk)
	if len(all.After) != 2 || all.Label != "all" {
		t.Fatalf("one record each: %v", all.After)
	}
	if err := s.Apply(all.Inverse()); err != nil || !reflect.DeepEqual(was, s.Records()) {
		t.Errorf("undo: %v", err)
	}
	if err := s.Apply(all); err != nil || !reflect.DeepEqual(is, s.Records()) {
		t.Errorf("redo: %v", err)
	}
}

func TestBatch_is_one_operation_or_none(t *testing.T) {
	s := newScene(t)
	was := s.Records()
	add := func(e *Edit) error { return e.Do(AddItem(AgendaItem{ID: 40, Title: "New", Words: "W"})) }
	c := s.must(s.Do(Batch("undo.add_item", func(e *Edit) error {
		if err := add(e); err != nil {
			return err
		}
		it, err := e.Item(40)
		if err != nil || it.State != Waiting {
			t.Errorf("what was just done can't be read: %+v, %v", it, err)
		}
		return e.Do(Batch("within", func(e *Edit) error { return e.Do(PutOnAgenda(soon, 40)) }))
	})))
	if c.Label != "undo.add_item" || len(c.After) != 2 || s.item(40).State != OnAgenda {
		t.Errorf("made %q: %v", c.Label, c.After)
	}
	if err := s.Apply(c.Inverse()); err != nil || !reflect.DeepEqual(was, s.Records()) {
		t.Errorf("undo: %v", err)
	}
	_, err := s.Do(Batch("undo.add_item", func(e *Edit) error {
		if err := add(e); err != nil {
			return err
		}
		return e.Do(Withdraw(99))
	}))
	if !errors.Is(err, fault.NotFound) || !reflect.DeepEqual(was, s.Records()) {
		t.Errorf("a step was refused (%v), and something changed", err)
	}
}
