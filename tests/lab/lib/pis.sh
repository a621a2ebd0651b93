# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The Brambleboot authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The Pis of the lab, in order: model, MAC address, serial. A lab with more of them has four more of the last but one, and then a mixed lot.

lab_pi_table=(
    "3B b8:27:eb:01:02:03 5e010203"
    "3B+ b8:27:eb:04:05:06 e7040506"
    "4B dc:a6:32:01:02:04 38c128c0"
    "5 2c:cf:67:01:02:05 a1b2c3d4"
)

# pi_of N: "MODEL MAC SERIAL" of the Nth Pi, counted from 1
pi_of() {
    if [ "$1" -le ${#lab_pi_table[@]} ]; then
        echo "${lab_pi_table[$(($1 - 1))]}"
    elif [ "$1" -le 8 ]; then
        printf '4B dc:a6:32:01:03:%02x 38c1%04x\n' "$1" "$1"
    else
        case $(($1 % 4)) in
        0) printf '3B b8:27:eb:01:03:%02x 5e0103%02x\n' "$1" "$1" ;;
        1) printf '3B+ b8:27:eb:04:06:%02x e70406%02x\n' "$1" "$1" ;;
        2) printf '4B e4:5f:01:01:03:%02x 38c2%04x\n' "$1" "$1" ;;
        3) printf '5 2c:cf:67:01:03:%02x a1b3%04x\n' "$1" "$1" ;;
        esac
    fi
}
