package shell

import (
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2/container"

	"aftershift/internal/app/input"
	"aftershift/internal/ui/look"
	"aftershift/internal/ui/widgets"
	"aftershift/internal/ui/widgets/fields"
)

// Size of the report in its dialog.
const (
	reportWidth  float32 = 520
	reportHeight float32 = 180
)

// tellCrash shows the report of an earlier crash, if there is one: it stays on
// this computer until it is saved somewhere or deleted.
func (s *Shell) tellCrash() {
	report := s.app.Crash()
	if report == "" {
		return
	}
	var d *widgets.Dialog
	text := widgets.NewText(strings.ReplaceAll(report, "\t", "    "), look.Label, look.Soft)
	shown := widgets.Sized(reportWidth, reportHeight, widgets.On(look.Panel, container.NewVScroll(widgets.Pad(look.Gap, look.Gap, text))))
	body := widgets.Column(look.Wide, widgets.NewBody(s.t("shell.crash.text")), shown)
	d = widgets.ShowDialog(s.window.Canvas(), s.t("shell.crash"), body,
		widgets.NewPlain(s.t("shell.crash.delete"), func() { d.Close(); s.Failed(s.app.DropCrash()) }),
		widgets.NewPlain(s.t("shell.crash.save"), func() { d.Close(); s.askCrashFile() }),
		widgets.NewPrimary(s.t("shell.later"), func() { d.Close() }))
}

// askCrashFile asks where the report is saved.
func (s *Shell) askCrashFile() {
	var d *widgets.Dialog
	path := fields.NewTextLine(s.t("shell.crash.where"), "")
	path.SetText(filepath.Join(input.Documents(), s.t("shell.crash.file")))
	save := func() { d.Close(); s.Failed(s.app.SaveCrash(strings.TrimSpace(path.Text()))) }
	path.OnSubmitted = func(string) { save() }
	d = widgets.ShowDialog(s.window.Canvas(), s.t("shell.crash.save"), path,
		widgets.NewPlain(s.t("shell.crash.cancel"), func() { d.Close() }),
		widgets.NewPrimary(s.t("shell.crash.take"), save))
	path.Focus()
}
