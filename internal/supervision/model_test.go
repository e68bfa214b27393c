package supervision

import (
	"maps"
	"slices"
	"time"
)

// The model is a second telling of the package comment, in as few words as
// possible: an item knows its place and a running number, and an agenda is
// whatever items say they stand on it, in the order of their numbers.

type modelItem struct {
	id      ID
	state   ItemState
	session ID
	turn    int
	chain   []ID
	kinds   map[ID]OutcomeKind // by session
}

type modelSession struct {
	id, with ID
	day      int
	state    SessionState
}

type model struct {
	items    map[ID]modelItem
	sessions map[ID]modelSession
	actions  int
	turn     int
}

func newModel() model {
	return model{items: map[ID]modelItem{}, sessions: map[ID]modelSession{}}
}

func (m model) copied() model {
	m.items, m.sessions = maps.Clone(m.items), maps.Clone(m.sessions)
	for id, it := range m.items {
		it.chain, it.kinds = slices.Clone(it.chain), maps.Clone(it.kinds)
		m.items[id] = it
	}
	return m
}

// on gives the agenda of a session.
func (m *model) on(session ID) []ID {
	var ids []ID
	for id, it := range m.items {
		if it.session == session {
			ids = append(ids, id)
		}
	}
	slices.SortFunc(ids, func(a, b ID) int { return m.items[a].turn - m.items[b].turn })
	return ids
}

func (m *model) live(id ID) bool {
	it, ok := m.items[id]
	return ok && (it.state == Waiting || it.state == OnAgenda || it.state == Parked)
}

func (m *model) holds(session ID, states ...SessionState) bool {
	s, ok := m.sessions[session]
	return ok && slices.Contains(states, s.state)
}

// leave takes an item out of its session; it counts when the session has begun
// or counts says so.
func (m *model) leave(id ID, counts bool) {
	it := m.items[id]
	if it.session != 0 && (counts || m.sessions[it.session].state == Open) && !slices.Contains(it.chain, it.session) {
		it.chain = append(it.chain, it.session)
	}
	it.session = 0
	m.items[id] = it
}

func (m *model) become(id ID, state ItemState) {
	it := m.items[id]
	it.state = state
	m.items[id] = it
}

func (m *model) enter(id, session ID) {
	it := m.items[id]
	m.turn++
	it.state, it.session, it.turn = OnAgenda, session, m.turn
	it.chain = slices.DeleteFunc(it.chain, func(s ID) bool { return s == session })
	m.items[id] = it
}

func (m *model) put(session ID, ids ...ID) bool {
	for _, id := range ids {
		if !m.holds(session, Planned, Open) || !m.live(id) || m.items[id].session == session {
			return false
		}
		m.leave(id, false)
		m.enter(id, session)
	}
	return true
}

func (m *model) takeOff(id ID) bool {
	return m.goes(id, m.items[id].state == OnAgenda, Waiting)
}

// goes takes an item off its agenda, where that may be, and makes it state.
func (m *model) goes(id ID, may bool, state ItemState) bool {
	if may {
		m.leave(id, false)
		m.become(id, state)
	}
	return may
}

func (m *model) goOn(id ID) {
	from := m.sessions[m.items[id].session]
	m.leave(id, true)
	m.become(id, Waiting)
	next := modelSession{}
	for _, s := range m.sessions {
		if s.state == Planned && s.id != from.id && s.with == from.with && s.with != 0 && s.day > from.day &&
			(next.id == 0 || s.day < next.day || s.day == next.day && s.id < next.id) {
			next = s
		}
	}
	if next.id != 0 {
		m.enter(id, next.id)
	}
}

func (m *model) nextTime(id ID) bool {
	it := m.items[id]
	if it.state != OnAgenda && (it.state != Discussed || !m.holds(it.session, Open)) {
		return false
	}
	m.goOn(id)
	return true
}

func (m *model) discuss(id ID, kind OutcomeKind) bool {
	it := m.items[id]
	if it.state != OnAgenda && it.state != Discussed || !m.holds(it.session, Open) {
		return false
	}
	it.state, it.kinds[it.session] = Discussed, kind
	m.items[id] = it
	return true
}

func (m *model) settle(id ID, state ItemState) bool {
	if !m.live(id) {
		return false
	}
	if m.holds(m.items[id].session, Planned) {
		m.leave(id, false)
	}
	m.become(id, state)
	return true
}

func (m *model) bringBack(id ID) bool {
	it := m.items[id]
	switch {
	case it.state == Discussed && m.holds(it.session, Open):
		m.become(id, OnAgenda)
	case it.state != Withdrawn && it.state != Solved:
		return false
	case m.holds(it.session, Open):
		m.become(id, OnAgenda)
	default:
		m.leave(id, true)
		m.become(id, Waiting)
	}
	return true
}

func (m *model) park(id ID) bool {
	return m.goes(id, m.live(id), Parked)
}

func (m *model) unpark(id ID) bool {
	if m.items[id].state != Parked {
		return false
	}
	m.become(id, Waiting)
	return true
}

func (m *model) cancel(session ID) bool {
	if !m.holds(session, Planned, Open) {
		return false
	}
	for _, id := range m.on(session) {
		if m.items[id].state == Discussed {
			return false
		}
	}
	for _, id := range m.on(session) {
		waits := m.items[id].state == OnAgenda
		if waits {
			m.leave(id, true)
			m.become(id, Waiting)
			continue
		}
		it := m.items[id]
		it.session = 0
		m.items[id] = it
	}
	m.stand(session, Cancelled)
	return true
}

func (m *model) stand(session ID, state SessionState) {
	s := m.sessions[session]
	s.state = state
	m.sessions[session] = s
}

func (m *model) pass(session ID, from, to SessionState) bool {
	if !m.holds(session, from) {
		return false
	}
	m.stand(session, to)
	return true
}

func (m *model) close(session ID) bool {
	if !m.holds(session, Open) {
		return false
	}
	for _, id := range m.on(session) {
		if it := m.items[id]; it.state == Discussed && it.kinds[session] == "" {
			return false
		}
	}
	for _, id := range m.on(session) {
		it := m.items[id]
		if it.state == OnAgenda || it.state == Discussed && it.kinds[session] == Deferred {
			m.goOn(id)
		}
	}
	m.stand(session, Closed)
	return true
}

func (m *model) merge(into, other ID) bool {
	if into == other || !m.live(into) || !m.live(other) {
		return false
	}
	m.leave(other, false)
	m.become(other, Withdrawn)
	one := m.items[into]
	for _, s := range m.items[other].chain {
		if s != one.session && !slices.Contains(one.chain, s) {
			one.chain = append(one.chain, s)
		}
	}
	m.items[into] = one
	return true
}

func (m *model) split(id, part ID) bool {
	if !m.live(id) {
		return false
	}
	of := m.items[id]
	m.turn++
	for other, it := range m.items {
		if it.turn > of.turn {
			it.turn++
			m.items[other] = it
		}
	}
	m.items[part] = modelItem{
		id: part, state: of.state, session: of.session, turn: of.turn + 1,
		chain: slices.Clone(of.chain), kinds: map[ID]OutcomeKind{},
	}
	return true
}

var firstDay = time.Date(2026, 3, 2, 10, 0, 0, 0, time.UTC)

func day(n int) time.Time { return firstDay.AddDate(0, 0, n) }
