package learning

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"strconv"
	"strings"

	"aftershift/internal/fault"
	"aftershift/internal/valid"
)

// Columns are what a table of hours has, in its first line, in any order. Week, kind
// and hours are needed.
var Columns = []string{"week", "kind", "hours", "name", "supervisor", "note"}

// maxRows bounds a table: forty years of weekly hours.
const maxRows = 20_000

// TableRow is a line of a table of hours as it was read.
type TableRow struct {
	Line       int
	Hours      Hours // without an id
	Supervisor string
}

// TableError says what is wrong with a line of a table; Reason is the end of a text key.
type TableError struct {
	Line   int
	Reason string
}

// Error says the line and the reason, without words of the table.
func (e *TableError) Error() string { return "line " + strconv.Itoa(e.Line) + ": " + e.Reason }

// ReadTable reads a table of hours: comma-separated, with the names of its columns in
// the first line, days as 2026-03-09, hours as 1.5 or 1:30. It gives fault.Invalid with
// every TableError in it where one line can't be read, and then no rows: nothing is
// taken in by halves.
func ReadTable(raw []byte, today Date) ([]TableRow, error) {
	raw = bytes.TrimPrefix(raw, []byte("\ufeff"))
	r := csv.NewReader(bytes.NewReader(raw))
	if head, _, _ := bytes.Cut(raw, []byte("\n")); bytes.ContainsRune(head, '\t') {
		r.Comma = '\t' // as a spreadsheet puts on the clipboard
	}
	r.FieldsPerRecord, r.TrimLeadingSpace = -1, true
	head, err := r.Read()
	at, ok := columnsOf(head)
	if err != nil || !ok {
		return nil, fault.As(fault.Invalid, "read table", &TableError{1, "head"})
	}
	var rows []TableRow
	var wrong []error
	for {
		fields, err := r.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil || len(rows) == maxRows {
			var at *csv.ParseError
			errors.As(err, &at)
			wrong = append(wrong, &TableError{lineOf(at, len(rows)), "form"})
			break
		}
		line, _ := r.FieldPos(0)
		row, reason := at.read(fields, today)
		if row.Line = line; reason != "" {
			wrong = append(wrong, &TableError{line, reason})
		}
		rows = append(rows, row)
	}
	if len(wrong) > 0 {
		return nil, fault.As(fault.Invalid, "read table", errors.Join(wrong...))
	}
	return rows, nil
}

// lineOf returns the line on which reading ended.
func lineOf(at *csv.ParseError, rows int) int {
	if at != nil {
		return at.Line
	}
	return rows + 2
}

// columns says where each column stands.
type columns map[string]int

func columnsOf(head []string) (columns, bool) {
	at := columns{}
	for i, name := range head {
		name = strings.ToLower(strings.TrimSpace(name))
		if _, twice := at[name]; twice {
			return nil, false
		}
		at[name] = i
	}
	for _, needed := range Columns[:3] {
		if _, has := at[needed]; !has {
			return nil, false
		}
	}
	return at, true
}

func (c columns) field(fields []string, name string) string {
	if i, has := c[name]; has && i < len(fields) {
		return strings.TrimSpace(fields[i])
	}
	return ""
}

// read reads one line, or says what is wrong with it.
func (c columns) read(fields []string, today Date) (row TableRow, reason string) {
	row.Supervisor = c.field(fields, "supervisor")
	h := &row.Hours
	h.Week, h.Entered = WeekOf(Date(c.field(fields, "week"))), today
	h.Kind, h.Own = HoursKind(strings.ToLower(c.field(fields, "kind"))), c.field(fields, "name")
	h.Note = c.field(fields, "note")
	n, ok := ReadHours(c.field(fields, "hours"))
	h.Minutes, h.ID = n, 1
	defer func() { h.ID = 0 }()
	switch {
	case h.Week == "" || h.Week.Validate() != nil:
		return row, "week"
	case h.Week > today:
		return row, "future"
	case !valid.OneOf(h.Kind, HoursKinds()) || h.Kind == "":
		return row, "kind"
	case !ok || n == 0:
		return row, "hours"
	case h.Validate() != nil || !valid.Line(row.Supervisor):
		return row, "text"
	}
	return row, ""
}

// ReadHours reads hours as people type them, 21.5 or 21,5 or 21:30 or 2 hours, into minutes, and
// reports whether that is hours of a week. "" is none.
func ReadHours(typed string) (minutes int, ok bool) {
	if typed = strings.ToLower(strings.TrimSpace(typed)); typed == "" {
		return 0, true
	}
	for _, unit := range []string{"hours", "hour", "hrs", "hr", "h"} {
		if number, has := strings.CutSuffix(typed, unit); has {
			if typed = strings.TrimSpace(number); typed == "" {
				return 0, false
			}
			break
		}
	}
	if h, m, clock := strings.Cut(typed, ":"); clock {
		hours, err := strconv.ParseUint(h, 10, 16)
		rest, wrong := strconv.ParseUint(m, 10, 16)
		n := int(hours)*60 + int(rest)
		return n, err == nil && wrong == nil && rest < 60 && len(m) == 2 && n <= MaxWeekMinutes
	}
	whole, part, _ := strings.Cut(strings.ReplaceAll(typed, ",", "."), ".")
	if len(part) > 2 || strings.ContainsAny(whole+part, "+-eExX_") {
		return 0, false
	}
	v, err := strconv.ParseFloat(whole+"."+part+"0", 64)
	n := int(v*60 + 0.5)
	return n, err == nil && n <= MaxWeekMinutes
}
