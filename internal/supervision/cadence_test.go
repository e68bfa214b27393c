package supervision

import "testing"

func TestBoard_Cadence_tells_the_facts(t *testing.T) {
	s := newScene(t)
	c, err := s.Cadence(ruth, "2026-03-01", "2026-03-02")
	if err != nil || c.LastHeld != "" || c.Due != "" || c.DaysOver != 0 || c.Next != past {
		t.Errorf("before the first: %+v, %v", c, err)
	}
	s.must(s.Do(OpenSession(past, day(0))))
	s.closes(past)
	s.must(s.Do(CancelSession(soon, "Ruth on duty")))
	c, _ = s.Cadence(ruth, "2026-03-02", "2026-03-29") // 28 days from the first
	if c.LastHeld != "2026-03-02" || c.DaysSince != 27 || c.Due != "2026-03-16" || c.DaysOver != 13 || c.Next != later {
		t.Errorf("since: %+v", c)
	}
	if c.Held != 1 || c.HeldMinutes != 60 || c.AgreedMinutes != 120 || c.Untimed != 0 || len(c.Cancelled) != 1 || c.Cancelled[0].Reason != "Ruth on duty" {
		t.Errorf("held and agreed: %+v", c)
	}
	c, _ = s.Cadence(ruth, "2026-03-03", "2026-03-29")
	if c.Held != 0 || c.LastHeld != "2026-03-02" || c.AgreedMinutes != 60 {
		t.Errorf("held before the period: %+v", c)
	}
}

func TestBoard_Cadence_length_not_known(t *testing.T) {
	s := newScene(t)
	s.must(s.Do(OpenSession(past, day(0))))
	s.must(s.Do(CloseSession(past, day(2))))
	c, _ := s.Cadence(ruth, "2026-03-01", "2026-03-31")
	if c.Held != 1 || c.Untimed != 1 || c.HeldMinutes != 0 {
		t.Errorf("cadence: %+v", c)
	}
	s.must(s.Do(EditRelationship(Relationship{ID: ruth, Name: "Ruth", Kind: ClinicalSupervisor})))
	if c, _ := s.Cadence(ruth, "2026-03-01", "2026-03-31"); c.Due != "" || c.AgreedMinutes != 0 || c.DaysSince != 29 {
		t.Errorf("nothing agreed: %+v", c)
	}
}
