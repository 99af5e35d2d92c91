Old cinema to open as a library

The cinema on Mill Street, shut since the flood, will open as a library in May, the town council said on Tuesday.

Its balcony stays as it was, and readers may sit in the red seats where their grandparents once watched westerns.

The council bought the house for one pound in 2021 and has spent two million on its roof, its wiring and its floor.

Books have stood in a school gym since the old library burned down, and half of them have never been unpacked.
