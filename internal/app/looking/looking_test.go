package looking_test

import (
	"context"
	"errors"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"aftershift/internal/app"
	"aftershift/internal/app/apptest"
	"aftershift/internal/app/looking"
	"aftershift/internal/fault"
	"aftershift/internal/journal"
	"aftershift/internal/supervision"
)

const (
	caseload = journal.ThemeID("team-organisation/caseload")
	success  = journal.ThemeID("growth-good-work/success")
)

// about writes an entry about a day, with its marks.
func about(t *testing.T, d *app.Desk, day journal.Date, hit int, themes ...journal.ThemeID) journal.Entry {
	t.Helper()
	e := apptest.Write(t, d, "About that day.", "A day", "", journal.NoFlag)
	e.Date, e.Themes, e.Impact.Hit = day, themes, journal.LevelOf(hit)
	e, err := d.Save(e, "")
	apptest.Must(t, err)
	return e
}

func patterns(t *testing.T, d *app.Desk) app.Patterns {
	t.Helper()
	p, err := d.Patterns(apptest.Ctx, 26, "")
	apptest.Must(t, err)
	return p
}

func TestDesk_LookBack(t *testing.T) {
	d, c := apptest.NewTestDesk(t)
	today := journal.DateOf(c.Now())
	about(t, d, today.AddDays(-1), 4, caseload)
	hard := about(t, d, today.AddDays(-1), 9)
	long := about(t, d, looking.Ago(today, 24), 6, success)
	near := about(t, d, looking.Ago(today, 1).AddDays(2), 3)
	about(t, d, looking.Ago(today, 3).AddDays(4), 3)
	hard.Impact.Carrying, near.Impact.Carrying = journal.LevelOf(3), journal.LevelOf(8)
	for _, e := range []journal.Entry{hard, near} {
		_, err := d.Save(e, "")
		apptest.Must(t, err)
	}
	p := d.LookBack("")
	if n, _ := app.Hardest(p.Days[today.AddDays(-1)]).Value(); n != 9 || len(p.Days[today.AddDays(-1)]) != 2 {
		t.Errorf("yesterday %v", p.Days[today.AddDays(-1)])
	}
	if p.First != long.Date || len(p.Days) != 4 {
		t.Errorf("begins %s with %d days", p.First, len(p.Days))
	}
	var again []journal.ID
	for _, a := range p.Again {
		again = append(again, a.ID)
	}
	if !slices.Equal(again, []journal.ID{near.ID, long.ID}) || p.Again[0].Months != 1 || p.Again[1].Months != 24 {
		t.Errorf("comes round: %+v", p.Again)
	}
	if len(p.Carrying) != 2 || p.Carrying[0].ID != near.ID {
		t.Errorf("carried: %+v", p.Carrying)
	}
	if p := d.LookBack(success); len(p.Days) != 1 || len(p.Carrying) != 0 {
		t.Errorf("on one theme: %+v", p)
	}
}

// TestAgo_is_a_day_of_that_month holds at the ends of months too.
func TestAgo_is_a_day_of_that_month(t *testing.T) {
	if got := looking.Ago("2026-03-31", 1); got != "2026-02-28" {
		t.Errorf("a month before the last of March is %s", got)
	}
	rapid.Check(t, func(t *rapid.T) {
		day := journal.DateOf(time.Date(2026, 1, 1, 12, 0, 0, 0, time.UTC).AddDate(0, 0, rapid.IntRange(-9000, 9000).Draw(t, "day")))
		months := rapid.IntRange(0, 700).Draw(t, "months")
		was, now := looking.Ago(day, months).Time(), day.Time()
		if apart := (now.Year()-was.Year())*12 + int(now.Month()) - int(was.Month()); apart != months || was.Day() > now.Day() {
			t.Fatalf("%d months before %s is %s", months, day, journal.DateOf(was))
		}
	})
}

func TestDesk_Patterns_counts_themes_by_week(t *testing.T) {
	d, c := apptest.NewTestDesk(t)
	today := journal.DateOf(c.Now())
	for i, hit := range []int{8, 6, 7} {
		about(t, d, today.AddDays(-7*i), hit, caseload)
	}
	for range 2 {
		e := about(t, d, today.AddDays(-30), 2, success)
		e.Impact.Kinds = []journal.Kind{journal.CompassionPride}
		_, err := d.Save(e, "")
		apptest.Must(t, err)
	}
	about(t, d, today.AddDays(-300), 10, caseload)
	p := patterns(t, d)
	if p.Entries != 5 || len(p.Weeks) != 26 || p.Weeks[25].Entries != 1 || p.Weeks[25].Hit.Value() != 8 {
		t.Fatalf("%d entries, %d weeks, the last %+v", p.Entries, len(p.Weeks), p.Weeks[len(p.Weeks)-1])
	}
	if first := p.Themes[0]; first.ID != caseload || first.Hit.Value() != 7 || first.Entries() != 3 || first.Weeks[24].Value() != 6 {
		t.Errorf("first theme %+v", first)
	}
	if len(p.Costs) != 1 || p.Costs[0].ID != caseload || len(p.Feeds) != 1 || p.Feeds[0].ID != success {
		t.Errorf("costs %+v, feeds %+v", p.Costs, p.Feeds)
	}
	if p.Costs[0].Hit.Few() || !p.Feeds[0].Hit.Few() {
		t.Error("two entries are few, three are not")
	}
	if only, err := d.Patterns(apptest.Ctx, 26, success); err != nil || only.Entries != 2 {
		t.Errorf("on one theme %d, %v", only.Entries, err)
	}
}

func TestDesk_Patterns_around_a_session_and_what_helped(t *testing.T) {
	d, c := apptest.NewTestDesk(t)
	session, entries, _ := apptest.HeldAgenda(t, d, c)
	met := journal.DateOf(c.Now())
	brought := apptest.Read(t, d, entries[0].ID)
	brought.Themes, brought.Impact.Hit, brought.Date = []journal.ThemeID{caseload}, journal.LevelOf(8), met.AddDays(-3)
	_, err := d.Save(brought, "")
	apptest.Must(t, err)
	apptest.Must(t, d.Discuss(itemOf(t, d, brought.ID), supervision.Outcome{Kind: supervision.Decision, Text: "Two fewer."}))
	action, err := d.SaveAction(supervision.Action{Text: "Hand two over", Owner: supervision.Me, Session: session})
	apptest.Must(t, err)
	apptest.Must(t, d.EndSession(session, 47, nil))
	apptest.Must(t, d.ReviewSession(session, app.SessionReview{WhatHelped: "A straight answer"}))
	about(t, d, met.AddDays(-29), 10, caseload) // too long before
	about(t, d, met.AddDays(5), 4, caseload)
	about(t, d, met.AddDays(9), 5, caseload)
	c.Set(c.Now().AddDate(0, 0, 20))
	apptest.Must(t, d.DoneAction(action, supervision.WorkedInPart))
	p := patterns(t, d)
	if len(p.Helped) != 2 || p.Helped[0].Kind != looking.WorkedPartly || p.Helped[1].Text != "A straight answer" || p.Helped[1].With != "Ruth" {
		t.Errorf("helped %+v", p.Helped)
	}
	if len(p.Around) != 1 {
		t.Fatalf("around %+v", p.Around)
	}
	a := p.Around[0]
	if a.Theme != caseload || a.Before.Value() != 8 || a.Before.Entries != 1 || a.After.Value() != 4.5 || a.After.Entries != 2 || a.With == "" {
		t.Errorf("around %+v", a)
	}
}

func itemOf(t *testing.T, d *app.Desk, entry journal.ID) journal.ID {
	t.Helper()
	next, ok := d.NextAgenda()
	for _, it := range next.Items {
		if slices.Contains(it.Entries, entry) {
			return it.ID
		}
	}
	t.Fatalf("no item of the entry, agenda %v", ok)
	return 0
}

func TestDesk_Patterns_notices_without_judging(t *testing.T) {
	for name, c := range map[string]struct {
		hits, carrying []int // the latest first, two weeks apart
		want           []app.Notice
	}{
		"carried":        {[]int{5, 5, 5}, []int{6, 7, 8}, []app.Notice{{Kind: looking.StillCarried, Entries: 3}}},
		"two is a few":   {[]int{9, 9}, []int{9, 9}, nil},
		"put down":       {[]int{4, 4, 4}, []int{6, 0, 8}, nil},
		"heavy":          {[]int{7, 8, 9, 2}, nil, []app.Notice{{Kind: looking.RatedHeavy, Entries: 3}}},
		"not brought":    {[]int{5, 6, 5}, nil, []app.Notice{{Kind: looking.NotBrought, Entries: 3}}},
		"lighter lately": {[]int{1, 2, 2, 2, 2, 2, 2, 6, 6, 6}, nil, []app.Notice{{Kind: looking.Lighter, Entries: 10}}},
		"light":          {[]int{2, 2, 3}, nil, nil},
	} {
		t.Run(name, func(t *testing.T) {
			d, clock := apptest.NewTestDesk(t)
			for i, hit := range c.hits {
				e := about(t, d, journal.DateOf(clock.Now()).AddDays(-14*i), hit, caseload)
				if c.carrying != nil {
					e.Impact.Carrying = journal.LevelOf(c.carrying[i])
					_, err := d.Save(e, "")
					apptest.Must(t, err)
				}
			}
			got := patterns(t, d).Noticed
			for i := range got {
				got[i].Theme, got[i].Name, got[i].First, got[i].Second = "", "", app.Mean{}, app.Mean{}
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("noticed %+v, want %+v", got, c.want)
			}
		})
	}
}

func TestDesk_Patterns_stops(t *testing.T) {
	d, c := apptest.NewTestDesk(t)
	about(t, d, journal.DateOf(c.Now()), 5, caseload)
	ended, end := context.WithCancel(apptest.Ctx)
	end()
	if _, err := d.Patterns(ended, 26, ""); !errors.Is(err, fault.Cancelled) {
		t.Errorf("%v, want cancelled", err)
	}
}

// TestDesk_Patterns_of_the_sample has something in every part of the page.
func TestDesk_Patterns_of_the_sample(t *testing.T) {
	p := patterns(t, apptest.Sample(t))
	if len(p.Themes) != looking.MostThemes || len(p.Costs) < 3 || len(p.Feeds) == 0 || len(p.Helped) < 8 || len(p.Around) < 3 || len(p.Noticed) == 0 {
		t.Errorf("%d themes, %d cost, %d feed, %d helped, %d around sessions, %d noticed",
			len(p.Themes), len(p.Costs), len(p.Feeds), len(p.Helped), len(p.Around), len(p.Noticed))
	}
}
