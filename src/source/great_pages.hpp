#pragma once
// Memory for great tables that are looked up all over: on Linux, in pages of 2 MiB, of which the processor can remember the
// places of all that such a table has, and straight from the system, to which it goes back at once. Of what has only been set
// aside nothing is taken but addresses. Small tables, and other systems, have memory as ever.

#include <cstddef>
#include <cstdint>
#include <new>

#ifdef __linux__
#include <sys/mman.h>
#endif

namespace concordat {

template <typename T>
struct GreatPages {
    using value_type = T;

    GreatPages() = default;
    template <typename Other>
    GreatPages(const GreatPages<Other>&) {}

    T* allocate(std::size_t count) {
        if (count > static_cast<std::size_t>(-1) / 2 / sizeof(T)) throw std::bad_array_new_length();
        return static_cast<T*>(is_great(count) ? take(count) : ::operator new(count * sizeof(T)));
    }
    void deallocate(T* place, std::size_t count) {
        if (is_great(count))
            give_back(place, count);
        else
            ::operator delete(place);
    }

    template <typename Other>
    friend bool operator==(const GreatPages&, const GreatPages<Other>&) {
        return true;
    }

private:
#ifdef __linux__
    static constexpr std::size_t page = std::size_t{2} << 20U;
    static bool is_great(std::size_t count) { return count * sizeof(T) >= 2 * page; }
    static std::size_t size(std::size_t count) { return (count * sizeof(T) + page - 1) / page * page; }

    static void* take(std::size_t count) {
        const std::size_t wanted = size(count);
        void* const place = mmap(nullptr, wanted + page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        if (place == MAP_FAILED) throw std::bad_alloc();
        char* const begin = static_cast<char*>(place);
        const std::size_t before = (page - reinterpret_cast<std::uintptr_t>(begin) % page) % page;
        if (before != 0) munmap(begin, before);
        munmap(begin + before + wanted, page - before);
        madvise(begin + before, wanted, MADV_HUGEPAGE);  // advice: where it is not taken, nothing is lost but time
        return begin + before;
    }
    static void give_back(void* place, std::size_t count) { munmap(place, size(count)); }
#else
    static bool is_great(std::size_t) { return false; }
    static void* take(std::size_t) { return nullptr; }
    static void give_back(void*, std::size_t) {}
#endif
};

}  // namespace concordat
