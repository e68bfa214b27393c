package balance_test

import (
	"slices"
	"testing"

	"aftershift/internal/journal"
	. "aftershift/internal/supervision"
	"aftershift/internal/supervision/balance"
)

func same[T comparable](t *testing.T, what string, got []T, want ...T) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("%s: %v, want %v", what, got, want)
	}
}

// listed are items on an agenda, which want from 20 minutes to 5.
func listed() []AgendaItem {
	items := []AgendaItem{
		{ID: 1, Standing: StandingArriving, Minutes: 5},
		{ID: 2, Want: WantDecision, Minutes: 20, Function: Supportive, Urgency: Urgent},
		{ID: 3, Want: WantAdvice, Minutes: 15, Function: Educational},
		{ID: 4, Want: WantInform, Minutes: 10, Function: Administrative},
		{ID: 5, Minutes: 3},
		{ID: 6, Want: WantCelebrate, Minutes: 5, Function: Supportive},
	}
	for i := range items {
		items[i].State = OnAgenda
	}
	return items
}

func TestBudgetOf_adds_up(t *testing.T) {
	items := listed()
	b := balance.BudgetOf(items, 60)
	if b.Used != 58 || b.Length != 60 || b.Over() != 0 || b.Spent != 0 {
		t.Errorf("budget: %+v", b)
	}
	same(t, "parts", b.Parts,
		balance.Part{Standing: true, Minutes: 5}, balance.Part{Function: Administrative, Minutes: 10},
		balance.Part{Function: Educational, Minutes: 15}, balance.Part{Function: Supportive, Minutes: 25}, balance.Part{Minutes: 3})
	if over := balance.BudgetOf(items, 45).Over(); over != 13 {
		t.Errorf("over by %d", over)
	}
	items[1].State, items[1].Outcome = Discussed, &Outcome{Minutes: 17}
	items[2].State = Withdrawn
	if b := balance.BudgetOf(items, 60); b.Spent != 17 || b.Used != 43 {
		t.Errorf("spent %d, used %d", b.Spent, b.Used)
	}
	if balance.BudgetOf(items, 0).Over() != 0 {
		t.Error("no length, no over-run")
	}
}

func TestGaps_names_what_no_item_serves(t *testing.T) {
	same(t, "empty", balance.Gaps(nil), Administrative, Educational, Supportive)
	items := listed()[1:3]
	same(t, "two served", balance.Gaps(items), Administrative)
	items[1].State = Withdrawn
	same(t, "one withdrawn", balance.Gaps(items), Administrative, Educational)
}

func TestShares_counts_what_was_discussed(t *testing.T) {
	talked := func(f Function, wanted, took int) AgendaItem {
		return AgendaItem{State: Discussed, Function: f, Minutes: wanted, Outcome: &Outcome{Minutes: took}}
	}
	got := balance.Shares([]AgendaItem{
		talked(Administrative, 10, 7), talked(Educational, 15, 0), talked(Supportive, 20, 30), talked(Supportive, 5, 0), talked("", 0, 4),
	})
	same(t, "shares", got, balance.Share{Administrative, 7, 1}, balance.Share{Educational, 15, 1},
		balance.Share{Supportive, 35, 2}, balance.Share{Mediation, 0, 0}, balance.Share{"", 4, 1})
}

func TestOrder(t *testing.T) {
	items := append(listed(),
		AgendaItem{ID: 7, State: OnAgenda, Want: WantAdvice, Carried: 1}, AgendaItem{ID: 8, State: OnAgenda, Want: WantDecision},
		AgendaItem{ID: 9, State: OnAgenda, Want: WantEscalate}, AgendaItem{ID: 10, State: OnAgenda, Standing: StandingTeam},
		AgendaItem{ID: 11, State: OnAgenda, Standing: StandingActions})
	items[4].State = Discussed
	same(t, "order", balance.Order(items), 5, 1, 11, 2, 7, 9, 8, 3, 4, 10, 6)
	if items[0].ID != 1 {
		t.Error("the items it was given are in another order")
	}
}

func TestByTheme_each_item_once(t *testing.T) {
	item := func(id journal.ID, themes ...journal.ThemeID) AgendaItem { return AgendaItem{ID: id, Themes: themes} }
	groups := balance.ByTheme([]AgendaItem{
		item(1), item(2, "safety", "loss"), item(3, "loss"), item(4, "safety"), item(5),
	})
	want := []struct {
		theme journal.ThemeID
		ids   []journal.ID
	}{{"", []journal.ID{1, 5}}, {"safety", []journal.ID{2, 4}}, {"loss", []journal.ID{3}}}
	if len(groups) != len(want) {
		t.Fatalf("groups: %v", groups)
	}
	for i, w := range want {
		got := []journal.ID{}
		for _, it := range groups[i].Items {
			got = append(got, it.ID)
		}
		if groups[i].Theme != w.theme {
			t.Errorf("group %d is %q, want %q", i, groups[i].Theme, w.theme)
		}
		same(t, string(w.theme), got, w.ids...)
	}
	if balance.ByTheme(nil) != nil {
		t.Error("nothing has no groups")
	}
}
