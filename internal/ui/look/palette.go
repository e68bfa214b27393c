package look

import (
	"image/color"

	"fyne.io/fyne/v2"
)

type palette map[fyne.ThemeColorName]color.NRGBA

func rgb(hex uint32) color.NRGBA {
	return color.NRGBA{R: uint8(hex >> 16), G: uint8(hex >> 8), B: uint8(hex), A: 0xff}
}

// colours are what each role is, in the order of light, dark, and those two in high
// contrast.
var colours = map[fyne.ThemeColorName][4]uint32{
	Paper:     {0xF6F4EF, 0x181D1C, 0xFFFFFF, 0x000000},
	Surface:   {0xFFFFFF, 0x222928, 0xFFFFFF, 0x0A0D0C},
	Panel:     {0xFAF8F4, 0x1D2322, 0xFFFFFF, 0x000000},
	Side:      {0xECE8DF, 0x131716, 0xF2F0EA, 0x0A0D0C},
	Line:      {0xDDD7CB, 0x3B4543, 0x5A6664, 0x9AA6A3},
	Border:    {0x8C877C, 0x728079, 0x5A6664, 0x9AA6A3},
	Ink:       {0x23302F, 0xE8E6E0, 0x000000, 0xFFFFFF},
	Soft:      {0x566361, 0xA7B2AF, 0x2F3A38, 0xD5DCDA},
	Hint:      {0x566361, 0x9AA5A2, 0x4C5755, 0x98A2A0},
	Green:     {0x1F6B63, 0x74C2B6, 0x0B443E, 0x96E3D6},
	GreenSoft: {0xDCEBE7, 0x1E3A36, 0xE3F2EE, 0x0E2B27},
	OnGreen:   {0xFFFFFF, 0x0F1F1D, 0xFFFFFF, 0x00110F},
	Warm:      {0xB4532A, 0xE0845A, 0x8A3312, 0xFFA67D},
	WarmInk:   {0x9C4320, 0xF0A27D, 0x6E260B, 0xFFC2A5},
	WarmSoft:  {0xF6E3D8, 0x46291D, 0xFBEDE5, 0x331A0F},
	Amber:     {0xB87A12, 0xDDA842, 0x8F5E06, 0xFFCB63},
	AmberInk:  {0x7A5208, 0xEBC069, 0x533603, 0xFFDC97},
	AmberSoft: {0xF8ECD2, 0x40331A, 0xFBF3E0, 0x2E230C},
	Mask:      {0x23302F, 0xE8E6E0, 0x000000, 0xFFFFFF},
	Muted:     {0xE7E3DA, 0x2C3332, 0xE9E9E9, 0x1F2423},
}

var light, dark, lightContrast, darkContrast = paletteOf(0), paletteOf(1), paletteOf(2), paletteOf(3)

func paletteOf(n int) palette {
	p := palette{}
	for role, is := range colours {
		p[role] = rgb(is[n])
	}
	return p
}
