package sharing_test

import (
	"fmt"
	"strings"
	"testing"

	"aftershift/internal/app"
	"aftershift/internal/app/apptest"
	"aftershift/internal/journal"
	"aftershift/internal/supervision"
)

func TestDesk_Copy_of_the_basket_is_an_agenda_of_what_is_ready(t *testing.T) {
	d, _ := apptest.NewTestDesk(t)
	apptest.Write(t, d, "a", "A", "Words of A.", journal.Next)
	apptest.Write(t, d, "b", "", "", journal.Next)
	c, err := d.Copy(app.CopyOf{Paper: app.AgendaPaper{}, Audience: supervision.ForPeerGroup})
	apptest.Must(t, err)
	lines := c.Preview(PDF)
	if len(c.Review.Parts()) != 2 || c.Review.Parts()[0].Text != "A" || len(lines) != 5 || !strings.Contains(readLine(lines[2]), fmt.Sprint(app.UsualMinutes, " minutes")) {
		t.Errorf("lines %+v of %+v", lines, c.Review.Parts())
	}
	shared, err := d.SaveCopy(c, Text, t.TempDir()+"/copy.txt", false)
	apptest.Must(t, err)
	if shared.Kind != "agenda" || shared.Session != 0 {
		t.Errorf("register %+v", shared)
	}
}
