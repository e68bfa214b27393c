package notes

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
)

// told gives all that was read of a note, on one line.
func told(n Note) string {
	at := n.Day
	if !n.At.IsZero() {
		at = n.At.Format("2006-01-02T15:04Z07:00")
	}
	if n.UTC {
		at += " UTC"
	}
	return fmt.Sprintf("%q %q %s %s %v %v %v %v", n.Title, n.Text, at, n.Zone, n.Tags, n.Beside, n.Left, n.Hidden)
}

// Files that the programs themselves, or who reads them, published are read as they are
// meant, and nothing that isn't taken stays untold.
func TestRead_found_samples(t *testing.T) {
	found, err := Read(ctx, os.DirFS("testdata/found"), ".", nil)
	if err != nil {
		t.Fatal(err)
	}
	got := map[string][]string{}
	for _, n := range found.Notes {
		if n.File != "README.md" {
			got[n.File] = append(got[n.File], told(n))
		}
	}
	for file, want := range samples {
		if !slices.Equal(got[file], want) {
			t.Errorf("%s:\n got %s\nwant %s", file, strings.Join(got[file], "\n     "), strings.Join(want, "\n     "))
		}
		delete(got, file)
	}
	if len(got)+len(found.Skipped) > 0 {
		t.Errorf("not expected: %v, left out: %v", got, found.Skipped)
	}
	t.Attr("samples", fmt.Sprint(len(samples), " files"))
}

// samples are the files, and what is read of each.
var samples = map[string][]string{
	"dayone/Dev Journal.json": {
		`"Header 1" "## Header 2\n\n### Header 3\n\n#### Header 4\n\n##### Header 5\n\n###### Header 6\n\n> Quote block\n\nHighlighted\n\n---\n\n**Bold**\n\n*Italic*\n\n- List item 1\n- List item 2\n\n- [ ] Check item 1\n- [ ] Check item 2\n\n1. List number 1\n2. List number 2\n\n` + "`Code span`" + ` \n\n` + "```\\nCode block\\n```" + `\n\n\n[31c871f18f68d2fde4196ccba1f8ece1.jpeg]" 2024-04-16T23:00Z UTC Europe/Dublin [another-dev-testing-tag dev-testing-tag] [31c871f18f68d2fde4196ccba1f8ece1.jpeg] [creationDevice isAllDay location modifiedDate starred] []`,
		`"" "\"This text is in quotes\"\nThis-text-is-hyphenated\n(This text is in parentheses)\n\nDolore ex commodo aliqua irure ullamco quis aliquip." 2024-04-19T21:48Z UTC Europe/London [] [] [creationDevice isPinned modifiedDate] []`,
		`"" "[d500d6789ff2c211af3f507b17be8e66.mp4]\n\n[f35f41739499e70c6b2714e3a7d82d8c.aac]" 2024-04-21T22:45Z UTC Europe/London [] [d500d6789ff2c211af3f507b17be8e66.mp4 f35f41739499e70c6b2714e3a7d82d8c.aac] [creationDevice modifiedDate] []`,
	},
	"dayone/PDF.json": {
		`"A test entry" "This is a test entry with a PDF document attached.\n\n[Monty Hall uniform df4233a9b96c90e84c44d766f99fc12c.pdf]" 2025-04-01T20:55Z UTC Europe/Rome [] [df4233a9b96c90e84c44d766f99fc12c.pdf] [creationDevice modifiedDate] []`,
	},
	"docx/libreoffice-tracked.docx": {
		`"libreoffice-tracked" "## After the visit\nI stayed too long.\nIt was late.\nMonday\tRang twice\nHome at nine." 2026-03-12T21:30Z UTC  [] [] [] [comments deleted footnotes headers invisible]`,
	},
	"docx/nguyen-TestDocument.docx": {
		`"nguyen-TestDocument" "This is a word document.\n\nThis is a link." 2017-07-25T18:05Z UTC  [] [image1.png] [] [headers]`,
	},
	"docx/sajari-sample.docx": {
		`"sajari-sample" "Content" 2018-11-28T09:02Z UTC  [] [] [] [headers]`,
	},
	"docx/sajari-sample_2.docx": {
		`"sajari-sample_2" "Content" 2018-11-28T09:02Z UTC  [] [] [] [headers]`,
	},
	"docx/sajari-sample_3.docx": {
		`"sajari-sample_3" "Content from docx file\nsecond" 2020-06-11T14:32Z UTC  [] [] [] []`,
	},
	"joplin/full.md": {
		`"Test Note Title" "This is the note body\n\nhttps://joplinapp.org" 2019-05-01T16:54Z  [Joplin nOte pencil] [] [author due latitude longitude updated] []`,
	},
	"joplin/inline_tags.md": {
		`"Inline Tags" "Body"   [inline tag] [] [] []`,
	},
	"joplin/normalize.md": {
		`"normalize" "---\ntitle: norm\ntags:\n\t\t- tag1\n- tag2\n - tag3\n---\n\nnote body"   [] [] [] []`,
	},
	"joplin/note_with_byte_order_mark.md": {
		`"Frontmatter test" "This note begins with an invisible byte order mark, just before its frontmatter."   [tag1 tag2] [] [] []`,
	},
	"joplin/numbers.md": {
		`"001" "note body"   [] [] [] []`,
	},
	"joplin/short_date.md": {
		`"Date" "I hope the dates are imported correctly" 2017-01-01  [] [] [updated] []`,
	},
	"joplin/split.md": {
		`"xxx" "---\nauthor: xxx\n---\n\nnote body"   [] [] [] []`,
	},
	"joplin/title_newline.md": {
		`"First\nSecond" "This note has a newline in the title" 2021-09-28T20:57Z  [] [] [updated] []`,
	},
	"joplin/unquoted.md": {
		`"Unquoted" "note body"   [] [] [completed? due longitude] []`,
	},
	"joplin/utc.md": {
		`"Test Note Title" "This is the note body" 2019-05-01T16:54-07:00  [] [] [updated] []`,
	},
	"jrnl/jrnl.json": {
		`"Late home." "Nobody opened. @visit" 2020-08-29T23:11Z  [visit] [] [] []`,
		`"" "Rang again @visit at @night." 2020-08-31T00:32Z  [night visit] [] [starred] []`,
	},
	"obsidian/File with asset, content, and a tag.md": {
		`"File with asset, content, and a tag" "This is a test with a tag\n#Test-Tag\n\n![](Bear/acorn%201.jpeg)"   [Test-Tag] [acorn 1.jpeg] [] []`,
	},
	"obsidian/Planning Document.md": {
		`"Planning Document" "" 2024-01-18  [planning strategy] [] [category content priority] []`,
	},
	"obsidian/Tag forms Bear writes.md": {
		`"Tag forms Bear writes" "Bear also writes a tag with spaces inside a closing hash.\n\n#two_words #项目_计划\n\nAnd punctuation that no tag can carry.\n\n#中文，标签 #bad_tag"   [bad_tag two_words 中文 中文，标签 项目_计划] [] [] []`,
	},
	"rednotebook/2024-10.txt": {
		`"" "Late visit, **nobody** in. #visit\n\n- rang twice: no answer\n- //left a card//\n\n[\"\"/home/me/Pictures/door\"\".jpg]" 2024-10-03  [visit] [door.jpg] [] []`,
		`"" "Supervision\n- ask about lone visits\n- how late is too late: ?\n\nÉtude" 2024-10-04  [Supervision Étude] [] [] []`,
		`"" "Clocks went back. \"Quiet\": 'yes' 🌊" 2024-10-27  [] [] [] []`,
	},
}
