package main

import (
	"encoding/json"
	"strings"
	"testing"

	"aftershift/internal/app"
)

// An item that came up is printed by what came out of it there, not by how urgent
// it was, nor by what came out of it since.
func TestShowItem(t *testing.T) {
	const here, since = 7, 8
	item := app.Item{ID: 1, Title: "A visit", Urgency: "next", State: "discussed", Session: since}
	there := app.Outcome{Session: here, Kind: "deferred", Text: "Not today"}
	item.Outcome, item.Earlier = &app.Outcome{Session: since, Kind: "advice"}, []app.Outcome{there}
	cases := []struct {
		name string
		of   app.Account
		want string
	}{
		{"came up", app.Account{Item: item, Outcome: *item.Outcome}, `"became":"advice","outcome":{"session":"0000000000008","kind":"advice"}}`},
		{"went on from here", app.Account{Item: item, Outcome: there, Went: true}, `"became":"next_time","outcome":{"session":"0000000000007","kind":"deferred","text":"Not today"}}`},
		{"still to come", app.Account{Item: app.Item{ID: 1, Title: "A visit", Urgency: "next", State: "on_agenda"}}, `"urgency":"next"}`},
		{"standing, without a kind", app.Account{Item: app.Item{ID: 1, Title: "Leave", State: "discussed", Standing: "leave"}}, `"became":"discussed"}`},
	}
	for _, c := range cases {
		raw, err := json.Marshal(showItem(c.of))
		if got := string(raw); err != nil || !strings.HasSuffix(got, c.want) || strings.Contains(got, "urgency") != strings.Contains(c.want, "urgency") {
			t.Errorf("%s: %s, %v; want it to end with %s", c.name, got, err, c.want)
		}
	}
}
