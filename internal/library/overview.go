package library

import (
	"bytes"
	"encoding/json"
	"slices"

	"aftershift/internal/journal"
)

// decodeOverview reads what lists show of an entry.
func decodeOverview(body []byte) (journal.Overview, error) {
	if o, ok := quickOverview(body); ok {
		return o, nil
	}
	var o journal.Overview
	err := decode(body, &o)
	return o, err
}

// quickOverview is decodeOverview for one that is written as this version writes it;
// of any other it knows that it isn't. Thousands are read before a list stands
// there, and reading by reflection takes five times as long.
func quickOverview(body []byte) (o journal.Overview, ok bool) {
	seen := 0
	ok = members(body, func(key, value []byte) bool {
		bit, read := overviewField(&o, key, value)
		again := seen&(1<<bit) != 0
		seen |= 1 << bit
		return read && !again
	})
	return o, ok
}

// overviewField reads a field into o, and gives a number of its own for each.
func overviewField(o *journal.Overview, key, value []byte) (n int, ok bool) {
	switch string(key) {
	case "id":
		return 0, readID(value, &o.ID)
	case "title":
		return 1, readString(value, &o.Title)
	case "date":
		return 2, readString(value, &o.Date)
	case "written":
		return 3, value[0] == '"' && o.Written.UnmarshalJSON(value) == nil
	case "updated":
		return 4, value[0] == '"' && o.Updated.UnmarshalJSON(value) == nil
	case "themes":
		return 5, readThemes(value, &o.Themes)
	case "hit":
		return 6, readLevel(value, &o.Hit)
	case "carrying":
		return 7, readLevel(value, &o.Carrying)
	case "flag":
		return 8, readString(value, &o.Flag)
	case "share":
		return 9, value[0] == '{' && json.Unmarshal(value, &o.Share) == nil
	case "case_record":
		return 10, value[0] == '{' && json.Unmarshal(value, &o.CaseRecord) == nil
	case "enough":
		o.Enough = string(value) == "true"
		return 11, o.Enough
	case "again":
		return 12, readString(value, &o.Again)
	case "excerpt":
		return 13, readString(value, &o.Excerpt)
	case "revision":
		return 14, readCount(value, &o.Revision)
	case "trashed":
		return 15, value[0] == '"' && json.Unmarshal(value, &o.Trashed) == nil
	}
	return 0, false
}

func readID(raw []byte, into *journal.ID) bool {
	s, ok := plainString(raw)
	if !ok {
		return false
	}
	id, err := journal.ParseID(s)
	*into = id
	return err == nil
}

func readThemes(raw []byte, into *[]journal.ThemeID) bool {
	if raw[0] != '[' {
		return false
	}
	var room [8]journal.ThemeID
	themes := room[:0]
	for i := pastSpace(raw, 1); ; {
		end := stringEnd(raw, i)
		if end < 0 {
			return json.Unmarshal(raw, into) == nil // none, or no list of strings
		}
		var theme journal.ThemeID
		if !readString(raw[i:end], &theme) {
			return false
		}
		themes = append(themes, theme)
		i = pastSpace(raw, end)
		if i+1 == len(raw) && raw[i] == ']' {
			*into = slices.Clone(themes)
			return true
		}
		if i >= len(raw) || raw[i] != ',' {
			return false
		}
		i = pastSpace(raw, i+1)
	}
}

func readLevel(raw []byte, into *journal.Level) bool {
	if bytes.Equal(raw, []byte("null")) {
		*into = journal.Level{}
		return true
	}
	n := 0
	ok := readCount(raw, &n) && n <= 10
	*into = journal.LevelOf(n)
	return ok
}

// readCount reads a number of at most nine digits.
func readCount(raw []byte, into *int) bool {
	if len(raw) > 9 || raw[0] == '0' && len(raw) > 1 {
		return false
	}
	n := 0
	for _, c := range raw {
		if c < '0' || c > '9' {
			return false
		}
		n = n*10 + int(c-'0')
	}
	*into = n
	return true
}
